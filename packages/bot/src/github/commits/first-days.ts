import { pMapIterable } from "p-map";
import type { GitObjects } from "../git-objects.js";
import { lineOfHistory } from "./line-of-history.js";
import { PathTree } from "./path-tree.js";
import { worthLooking } from "./worth-looking.js";

/** Commits looked at together; what is read beyond the one that decides is read in vain. */
const AT_A_TIME = 8;

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
  const asked = new PathTree(objects, files);
  const line = await lineOfHistory(objects, commit);
  let standing: ReadonlySet<string> | null = null;
  let since = "";
  for await (const { day, held } of pMapIterable(worthLooking(objects, line, files), holding(asked), {
    concurrency: AT_A_TIME,
  })) {
    const stood: ReadonlySet<string> = standing ?? held;
    for (const file of stood) if (!held.has(file)) days.set(file, since);
    standing = new Set([...stood].filter((file) => held.has(file)));
    since = day;
    if (standing.size === 0) break;
  }
  for (const file of standing ?? []) days.set(file, since);
  return days;
}

function holding(
  asked: PathTree,
): (commit: { tree: string; day: string }) => Promise<{ day: string; held: ReadonlySet<string> }> {
  return async ({ tree, day }) => ({ day, held: await asked.filesIn(tree) });
}
