#!/usr/bin/env node
// Stands in the repository, unlike what is built, so that installing can link it at once.
try {
  await import("../dist/schema-gate.js");
} catch (error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write("schema-gate: It is not built yet. Run `npx --yes pnpm@10.34.9 build` in its repository.\n");
  process.exitCode = 2;
}
