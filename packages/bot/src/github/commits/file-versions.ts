import type { FileVersion, TreeFile } from "@schema-gate/gate";
import type { GitObjects } from "../git-objects.js";
import { lookBack } from "./look-back.js";

/** What a file held on the branch that ends in `commit` and since when, the newest first, as gate's `fileVersions` says it of a clone. */
export async function fileVersions(objects: GitObjects, commit: string, file: string): Promise<readonly FileVersion[]> {
  const versions: FileVersion[] = [];
  let newer: { day: string; held: TreeFile | undefined } | null = null;
  for await (const { day, held } of lookBack(objects, commit, [file])) {
    const found = held.get(file);
    if (newer && !isSame(newer.held, found)) versions.push({ day: newer.day, blob: newer.held?.blob ?? null });
    newer = { day, held: found };
  }
  // Before the first commit there was nothing.
  if (newer?.held) versions.push({ day: newer.day, blob: newer.held.blob });
  return versions;
}

function isSame(one: TreeFile | undefined, other: TreeFile | undefined): boolean {
  return one?.blob === other?.blob && one?.mode === other?.mode;
}
