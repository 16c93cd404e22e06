import { statSync } from "node:fs";
import { open } from "node:fs/promises";
import { MAX_BUNDLE_BYTES } from "./read-bundle.js";

/**
 * Starts reading a whole file and returns how to wait for its bytes: another thread fills them in while this one is busy
 * with the other side. `null` for what is no plain file (a pipe can be read but once) or cannot be opened; whoever reads
 * it in earnest says why, and so it does of a file that is too long.
 */
export async function readAhead(path: string): Promise<(() => Promise<Buffer>) | null> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const handle = await open(path).catch(() => null);
  if (!handle) return null;
  const { size } = await handle.stat();
  if (size > MAX_BUNDLE_BYTES) {
    await handle.close();
    return null;
  }
  const bytes = Buffer.allocUnsafe(size);
  const reading = handle.read(bytes, 0, size, 0).finally(() => handle.close());
  // An error is thrown to whoever waits; nobody may be waiting yet.
  reading.catch(() => {});
  return async () => bytes.subarray(0, (await reading).bytesRead);
}
