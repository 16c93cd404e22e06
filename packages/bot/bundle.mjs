import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { directImports } from "../cli/direct-imports.mjs";

const entry = (name) => fileURLToPath(new URL(`src/${name}.ts`, import.meta.url));

/**
 * Writes what a release is run from, with nothing to install: `action.js`, which `action.yml` names, and `schema-gate.js`, the
 * app's server, with lazily loaded chunks beside them. `folder` is where the files of our packages stand in each, `src` or `dist`.
 */
export async function bundleBot(outdir, { folder = "dist", plugins = [] } = {}) {
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [entry("action"), entry("schema-gate")],
    outdir,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    splitting: true,
    minify: true,
    chunkNames: "chunk-[name]-[hash]",
    logLevel: "warning",
    plugins: [...plugins, directImports(folder)],
    // CommonJS libraries ask for require, which an ES module does not have.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleBot(fileURLToPath(new URL("../../dist/", import.meta.url)));
}
