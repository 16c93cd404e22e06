import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv2019 from "ajv/dist/2019.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const outfile = fileURLToPath(new URL("../dist/odcs-validator.mjs", import.meta.url));
const schemaFile = new URL("odcs-json-schema-v3.1.0.json", import.meta.url);

/**
 * Makes dist/odcs-validator.mjs: the standard's JSON Schema compiled to plain code, and the schema itself for suggestions.
 * Compiling it when a contract is read would cost every run a quarter of a second and the compiler's own loading.
 */
export async function bundleOdcsValidator() {
  const text = readFileSync(schemaFile, "utf8");
  // Formats are annotations in this draft; ours of dates are stricter and checked by us.
  const ajv = new Ajv2019({
    allErrors: true,
    strict: false,
    validateFormats: false,
    code: { source: true, esm: true },
  });
  const code = standaloneCode.default(ajv, ajv.compile(JSON.parse(text)));
  const { outputFiles } = await build({
    stdin: {
      contents: `${code}\nexport const odcsSchema = ${text};`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    minify: true,
    write: false,
    logLevel: "warning",
  });
  mkdirSync(new URL("../dist/", import.meta.url), { recursive: true });
  // Two test runs may start at once: each sees a whole file or none.
  const unfinished = `${outfile}.${process.pid}`;
  writeFileSync(unfinished, outputFiles[0].text);
  renameSync(unfinished, outfile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleOdcsValidator();
