import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Puts a text in the place of a file and returns once it would outlive the machine losing power: whoever reads it meanwhile
 * sees all of one text or all of the other. Nobody else may write the same file at the same time.
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const beside = `${path}${UNFINISHED}`;
  const file = await open(beside, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** How files end that were still being written. */
export const UNFINISHED = ".unfinished";

/** Makes what was created, renamed or removed in a folder outlive the machine losing power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
