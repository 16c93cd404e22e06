import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const packages = fileURLToPath(new URL("../../", import.meta.url));

/** The packages as their sources stand, so that no build is needed; what is made of grammars and schemas is found where it was built. */
const sources: Plugin = {
  name: "sources",
  setup({ onResolve }) {
    onResolve({ filter: /^@schema-gate\// }, ({ path }) => ({
      path: join(packages, path.slice("@schema-gate/".length), "src/index.ts"),
    }));
    onResolve({ filter: /(trino-grammar|odcs-validator)\.mjs$/ }, ({ path }) => ({
      external: true,
      path: join(
        packages,
        /trino-grammar/.test(path) ? "sql/dist/trino-grammar.mjs" : "contract/dist/odcs-validator.mjs",
      ),
    }));
  },
};

/** Builds the server's entry file as one file; gives its path and how to remove it. */
export async function buildServer(): Promise<{ readonly file: string; remove(): void }> {
  const folder = await mkdtemp(join(tmpdir(), "schema-gate-"));
  const file = join(folder, "schema-gate.mjs");
  await build({
    entryPoints: [join(packages, "bot/src/schema-gate.ts")],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    plugins: [sources],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
