import { hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import Ajv2019 from "ajv/dist/2019.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const outfile = fileURLToPath(new URL("../dist/odcs-validator.mjs", import.meta.url));
const schemaFile = new URL("odcs-json-schema-v3.1.0.json", import.meta.url);

/**
 * Makes dist/odcs-validator.mjs, unless it is there for this schema: the standard's JSON Schema compiled to plain code, and
 * the schema itself for suggestions. Compiling it whenever a contract is read would take longer than all the rest.
 */
export async function bundleOdcsValidator() {
  const text = readFileSync(schemaFile, "utf8");
  const { version } = createRequire(import.meta.url)("ajv/package.json");
  const header = `// ODCS v3.1.0 ${hash("sha256", text)}, ajv ${version}\n`;
  if (existsSync(outfile) && readFileSync(outfile, "utf8").startsWith(header)) return;
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
  writeFileSync(unfinished, header + outputFiles[0].text);
  renameSync(unfinished, outfile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleOdcsValidator();
