import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const made: string[] = [];

/** Removes every directory made here; each test file that makes some calls it in `afterAll`. */
export function removeTemporaryDirectories(): void {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/** A new directory that holds these files. */
export function temporaryDirectory(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "schema-gate-")));
  made.push(directory);
  writeFiles(directory, files);
  return directory;
}

/** Writes files by their paths below a directory. */
export function writeFiles(directory: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}
