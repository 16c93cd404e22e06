import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { directImports } from "../cli/direct-imports.mjs";

/**
 * Writes the GitHub Action into a folder of its own: `action.js`, which `action.yml` names, with lazily loaded chunks beside it
 * and nothing to install. `folder` is where the files of our packages stand in each, `src` or `dist`.
 */
export async function bundleAction(outdir, { folder = "dist", plugins = [] } = {}) {
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [fileURLToPath(new URL("src/action.ts", import.meta.url))],
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
  await bundleAction(fileURLToPath(new URL("../../dist/", import.meta.url)));
}
