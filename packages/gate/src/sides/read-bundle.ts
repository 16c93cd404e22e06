import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";

/** The longest bundle that is read, in bytes: room for more than a hundred thousand views, and both sides fit into memory. */
export const MAX_BUNDLE_BYTES = 1024 ** 3;
const CHUNK = 1 << 20;

/** Reads a bundle's bytes: a file's, or what comes through a pipe. `most` is the limit, for tests. */
export function readBundle(file: string, cwd: string, most = MAX_BUNDLE_BYTES): Buffer {
  try {
    const descriptor = openSync(resolve(cwd, file), "r");
    try {
      const stat = fstatSync(descriptor);
      if (stat.size > most) throw tooLong(file, `has ${stat.size} bytes`, most);
      return stat.isFile() ? readFileSync(descriptor) : readPipe(file, descriptor, most);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError("usage", `Cannot read ${shown(file)}: ${shown((cause as Error).message)}`, { cause });
  }
}

/** A pipe does not say how much will come. */
function readPipe(file: string, descriptor: number, most: number): Buffer {
  const chunks: Buffer[] = [];
  for (let total = 0; total <= most; ) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const read = readSync(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks, total);
    chunks.push(chunk.subarray(0, read));
    total += read;
  }
  throw tooLong(file, "does not end", most);
}

function tooLong(file: string, how: string, most: number): UserError {
  const advice = "Compare directories, or bundles of fewer views.";
  return new UserError("usage", `${shown(file)} ${how}; a bundle may have ${most} at most. ${advice}`);
}
