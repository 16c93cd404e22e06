import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles, pagesFolder } from "./generated-files.js";

/** `pnpm generate`: writes the registry, the rules' pages and the JSON Schemas anew. */
const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

const files = await generatedFiles(root);
const pages = join(root, pagesFolder);
mkdirSync(pages, { recursive: true });
for (const page of readdirSync(pages)) {
  if (!files.has(`${pagesFolder}/${page}`)) rmSync(join(pages, page));
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
process.stdout.write(`${files.size} files written\n`);
