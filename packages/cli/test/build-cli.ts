import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Metafile, type Plugin } from "esbuild";
import { directImports } from "../direct-imports.mjs";
import { temporaryFolder } from "./run-cli.js";

const packages = fileURLToPath(new URL("../../", import.meta.url));

/** What is made of grammars and schemas, where the test runner makes it. */
const made = { "trino-grammar": "sql", "odcs-validator": "contract" } as const;

/** The packages as their sources stand, so that no build is needed. */
const sources: Plugin = {
  name: "sources",
  setup({ onResolve }) {
    onResolve({ filter: /^@schema-gate\// }, ({ path }) => ({
      path: join(packages, path.slice("@schema-gate/".length), "src/index.ts"),
    }));
    for (const [name, owner] of Object.entries(made)) {
      const path = pathToFileURL(join(packages, owner, `dist/${name}.mjs`)).href;
      onResolve({ filter: new RegExp(`/${name}\\.mjs$`) }, () => ({ path, external: true }));
    }
  },
};

/** Builds `schema-diff` as it is shipped, for tests of the process itself; gives the path of its entry file. */
export async function buildCli(): Promise<string> {
  const outdir = temporaryFolder();
  await buildInto(outdir);
  return join(outdir, "schema-diff.mjs");
}

/** What the built files hold and load. */
export async function describeCli(): Promise<Metafile> {
  return buildInto(temporaryFolder());
}

async function buildInto(outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [join(packages, "cli/src/schema-diff.ts")],
    absWorkingDir: packages,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    metafile: true,
    plugins: [sources, directImports("src")],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  return metafile;
}
