import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "@schema-gate/contract";

/** Writes a file that must not be there yet, with its folders; `path` is shown as it is named from `directory`. */
export function writeNewFile(directory: string, path: string, text: string): void {
  writeWhole(directory, path, text, putNew);
}

/** Puts a whole new text in the place of a file. */
export function replaceFile(directory: string, path: string, text: string): void {
  writeWhole(directory, path, text, renameSync);
}

/** Whoever reads the file meanwhile, or after this process was killed, finds all of a text or what was there before. */
function writeWhole(directory: string, path: string, text: string, put: (from: string, to: string) => void): void {
  const target = resolve(directory, path);
  // Hidden files are no snapshots, contracts or waivers: one that a killed process leaves stops nobody.
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}`);
  requireNoDevice(target, path);
  refusing(path, () => {
    mkdirSync(dirname(target), { recursive: true });
    try {
      writeFileSync(beside, text);
      put(beside, target);
    } finally {
      rmSync(beside, { force: true });
    }
  });
}

/** Whoever may do everything, as in many a container, would otherwise put a file in the place of /dev/null. */
function requireNoDevice(target: string, path: string): void {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat === undefined || stat.isFile() || stat.isDirectory()) return;
  throw new UserError("usage", `Cannot write ${path}: it is a device or a pipe; name a file.`);
}

/** Gives a file its name unless another has it. */
function putNew(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || existsSync(to)) throw error;
    // Some file systems know no second names.
    renameSync(from, to);
  }
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
