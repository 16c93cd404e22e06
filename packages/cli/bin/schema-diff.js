#!/usr/bin/env node
// Stands in the repository, unlike what is built, so that installing can link it at once.
try {
  await import("../dist/schema-diff.js");
} catch (error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write("schema-diff: It is not built yet. Run `npx --yes pnpm@10.34.9 build` in its repository.\n");
  // 1 would say that something was blocked.
  process.exitCode = 2;
}
