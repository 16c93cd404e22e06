import { chmodSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { directImports } from "./direct-imports.mjs";

/** One entry file with lazily loaded chunks beside it: starting costs what is used. */
const outdir = fileURLToPath(new URL("dist/", import.meta.url));
// tsc writes declarations and modules here too; chunks of an earlier bundle must not pile up.
for (const file of readdirSync(outdir)) if (file.startsWith("chunk-")) rmSync(outdir + file);
await build({
  entryPoints: [fileURLToPath(new URL("src/schema-diff.ts", import.meta.url))],
  outdir,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  splitting: true,
  minify: true,
  chunkNames: "chunk-[name]-[hash]",
  logLevel: "warning",
  plugins: [directImports("dist")],
  // CommonJS libraries ask for require, which an ES module does not have.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});
chmodSync(`${outdir}schema-diff.js`, 0o755);
