import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { UserError } from "@schema-gate/contract";
import { MAX_FILE_BYTES } from "../git/batch-output.js";
import { shown } from "../shown.js";

/** Without a link followed, and without waiting for whoever writes into a pipe. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a plain file, or `null` if there is none; in `scratch` where they fit. Read at one go rather than through
 * promises, which cost five times as much over ten thousand small files.
 */
export function readPlainFile(path: string, scratch?: Buffer): Buffer | null {
  const descriptor = open(path);
  if (descriptor === null) return null;
  try {
    const bytes = scratch && readInto(scratch, descriptor);
    if (bytes) return bytes;
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new UserError("usage", `${shown(path)} is not a plain file.`);
    if (stat.size > MAX_FILE_BYTES) {
      throw new UserError("usage", `${shown(path)} has ${stat.size} bytes; a file may have ${MAX_FILE_BYTES} at most.`);
    }
    return readWhole(descriptor, stat.size);
  } finally {
    closeSync(descriptor);
  }
}

function open(path: string): number | null {
  try {
    return openSync(path, FLAGS);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    const reason = code === "ELOOP" ? "it is a symbolic link" : (cause as Error).message;
    throw new UserError("usage", `Cannot read ${shown(path)}: ${shown(reason)}.`, { cause });
  }
}

/** What is shorter than `scratch` needs no look at what kind and size it is, which costs as much; `null` for all else. */
function readInto(scratch: Buffer, descriptor: number): Buffer | null {
  try {
    for (let filled = 0; filled < scratch.length; ) {
      const read = readSync(descriptor, scratch, filled, scratch.length - filled, null);
      // Nothing at all may also mean no plain file.
      if (read === 0) return filled === 0 ? null : scratch.subarray(0, filled);
      filled += read;
    }
  } catch {
    // It is looked at and read once more, which says what is wrong.
  }
  return null;
}

function readWhole(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const read = readSync(descriptor, bytes, filled, size - filled, filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}
