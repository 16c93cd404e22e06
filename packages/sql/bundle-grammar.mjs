import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const outfile = fileURLToPath(new URL("dist/trino-grammar.mjs", import.meta.url));

/**
 * The parser's hashing asks for `Math` many million times, and where jest runs modules each look at a global is slow: a third of the
 * time of its tests. This makes it the module's own.
 */
const ownMath = "const ownMath = globalThis.Math;\n";

/**
 * Makes dist/trino-grammar.mjs, Trino's lexer and parser out of dt-sql-parser, unless it is there for this version: Node cannot
 * import the package itself, whose relative imports have no file extensions.
 */
export async function bundleGrammar() {
  const manifest = createRequire(import.meta.url).resolve("dt-sql-parser/package.json");
  const header = `// dt-sql-parser ${JSON.parse(readFileSync(manifest, "utf8")).version}\n${ownMath}`;
  if (existsSync(outfile) && readFileSync(outfile, "utf8").startsWith(header)) return;
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { CharStreams, CommonTokenStream, PredictionMode } from "antlr4ng";
        export { TrinoSqlLexer } from "./dist/lib/trino/TrinoSqlLexer";
        export { TrinoSqlParser } from "./dist/lib/trino/TrinoSqlParser";
      `,
      resolveDir: dirname(manifest),
    },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    minify: true,
    // The names of the grammar's rules are the names of the classes.
    keepNames: true,
    define: { Math: "ownMath" },
    write: false,
    logLevel: "warning",
  });
  mkdirSync(new URL("dist/", import.meta.url), { recursive: true });
  // Two test runs may start at once: each sees a whole file or none.
  const unfinished = `${outfile}.${process.pid}`;
  writeFileSync(unfinished, header + outputFiles[0].text);
  renameSync(unfinished, outfile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleGrammar();
