import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { directImports } from "../../../cli/direct-imports.mjs";
import { bundleBot } from "../../bundle.mjs";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

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

/** Programs as they are shipped, built for tests of their processes. */
export interface Built {
  /** The folder that `dist/` is in a release: `action.js`, `schema-gate.js` and what they load. */
  readonly action: string;
  /** The entry file of `schema-diff`. */
  readonly cli: string;
  remove(): void;
}

export async function buildPrograms(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "schema-gate-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const action = join(folder, "dist");
  await bundleBot(action, { folder: "src", plugins: [sources] });
  await build({
    entryPoints: [join(packages, "cli/src/schema-diff.ts")],
    outdir: join(folder, "cli"),
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    plugins: [sources, directImports("src")],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  return {
    action,
    cli: join(folder, "cli/schema-diff.js"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
