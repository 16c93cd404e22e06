import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach } from "@jest/globals";

const made: string[] = [];

afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true });
});

/** An empty directory that is gone after the test. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "snapshots-"));
  made.push(directory);
  return directory;
}

/** Every file below `root`, hidden ones too, with its bytes and when it was last written. */
export async function filesBelow(root: string): Promise<Record<string, { text: string; writtenAt: number }>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = async (file: string) => {
    const { mtimeMs } = await stat(file);
    return [relative(root, file), { text: await readFile(file, "utf8"), writtenAt: mtimeMs }] as const;
  };
  return Object.fromEntries(await Promise.all(files.sort().map(read)));
}
