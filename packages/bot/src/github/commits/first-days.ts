import type { GitObjects } from "../git-objects.js";
import { lookBack } from "./look-back.js";

/**
 * Since which day (UTC) each file has stood on the branch that ends in `commit`, as gate's `firstDays` says it of a clone: a
 * file that was removed and came back counts from its return, one that is not there is not in the answer.
 */
export async function firstDays(
  objects: GitObjects,
  commit: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>();
  if (files.length === 0) return days;
  let standing: readonly string[] | null = null;
  let since = "";
  for await (const { day, held } of lookBack(objects, commit, files)) {
    const stood: readonly string[] = standing ?? [...held.keys()];
    for (const file of stood) if (!held.has(file)) days.set(file, since);
    standing = stood.filter((file) => held.has(file));
    since = day;
    if (standing.length === 0) break;
  }
  for (const file of standing ?? []) days.set(file, since);
  return days;
}
