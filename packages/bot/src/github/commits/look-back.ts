import type { TreeFile } from "@schema-gate/gate";
import { pMapIterable } from "p-map";
import type { GitObjects } from "../git-objects.js";
import { lineOfHistory } from "./line-of-history.js";
import { PathTree } from "./path-tree.js";
import { worthLooking } from "./worth-looking.js";

/** Commits looked at together; what is read beyond the one that decides is read in vain. */
const AT_A_TIME = 8;

/** What some files held at a commit of a branch, by path; `day` (UTC) is the earliest it can have come. */
export interface Look {
  readonly day: string;
  readonly held: ReadonlyMap<string, TreeFile>;
}

/** What some files held on the branch that ends in `commit`, newest first, at every commit that can have changed it. */
export async function* lookBack(objects: GitObjects, commit: string, files: readonly string[]): AsyncGenerator<Look> {
  const asked = new PathTree(objects, files);
  const line = await lineOfHistory(objects, commit);
  const look = async ({ tree, day }: { tree: string; day: string }) => ({ day, held: await asked.filesIn(tree) });
  yield* pMapIterable(worthLooking(objects, line, files), look, { concurrency: AT_A_TIME });
}
