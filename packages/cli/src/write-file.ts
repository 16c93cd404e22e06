import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UserError } from "@schema-gate/contract";

/** Writes a file that must not be there yet, with its folders; `path` is shown as it is named from `directory`. */
export function writeNewFile(directory: string, path: string, text: string): void {
  const target = resolve(directory, path);
  refusing(path, () => {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: "wx" });
  });
}

/** Puts a whole new text in the place of a file: whoever reads it meanwhile sees all of one or all of the other. */
export function replaceFile(directory: string, path: string, text: string): void {
  const target = resolve(directory, path);
  const beside = `${target}.new-${process.pid}`;
  refusing(path, () => {
    try {
      writeFileSync(beside, text, { flag: "wx" });
      renameSync(beside, target);
    } finally {
      rmSync(beside, { force: true });
    }
  });
}

function refusing(path: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const text =
      code === "EEXIST" ? `${path} is there already; nothing is overwritten.` : `Cannot write ${path}: ${message}.`;
    throw new UserError("usage", text, { cause });
  }
}
