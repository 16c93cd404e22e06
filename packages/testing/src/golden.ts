import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The text a golden file expects, to be asserted equal to `actual`. Under `UPDATE_GOLDEN=1` the file is rewritten first;
 * under `CI` never, or a wrong text would make itself right.
 */
export function golden(file: URL, actual: string, environment: NodeJS.ProcessEnv = process.env): string {
  const path = fileURLToPath(file);
  if (environment.UPDATE_GOLDEN === "1") {
    if (environment.CI) throw new Error(`golden files are not rewritten under CI: ${path}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  if (!existsSync(path))
    throw new Error(`no golden file ${path}; run the test with UPDATE_GOLDEN=1 and read what it writes`);
  return readFileSync(path, "utf8");
}
