import { UserError } from "@schema-gate/contract";
import type { CommitFacts, GitObjects } from "../git-objects.js";
import { GitHubError } from "../github-error.js";

/** A commit that stood on a branch itself, and the earliest day (UTC) it can have come. */
export interface LineCommit {
  readonly id: string;
  readonly tree: string;
  readonly day: string;
  readonly isMerge: boolean;
}

/** Far enough for any date that is meant; a support window after it is still a date. */
const LATEST = Date.UTC(9000, 0, 1);

/**
 * The first parents of a commit, itself first. As in a clone (gate's `mainLine`), none is believed to be earlier than the
 * commit it came after, and so all of them are asked for.
 */
export async function lineOfHistory(objects: GitObjects, tip: string): Promise<readonly LineCommit[]> {
  const line = await firstParents(objects, tip);
  let latest = 0;
  const dated = line.reverse().map(({ id, tree, parents, committedAt }) => {
    const time = Date.parse(committedAt);
    if (Number.isNaN(time)) throw new UserError("unreachable", `GitHub does not say when ${id} was committed.`);
    latest = Math.min(Math.max(latest, time), LATEST);
    return { id, tree, day: new Date(latest).toISOString().slice(0, 10), isMerge: parents.length > 1 };
  });
  return dated.reverse();
}

async function firstParents(objects: GitObjects, tip: string): Promise<CommitFacts[]> {
  const line: CommitFacts[] = [];
  const seen = new Map<string, CommitFacts>();
  let next: string | undefined = tip;
  for await (const page of objects.history(tip, null)) {
    for (const commit of page) seen.set(commit.id, commit);
    for (let found: CommitFacts | undefined; next !== undefined; next = found.parents[0]) {
      found = seen.get(next);
      if (found === undefined) break;
      line.push(found);
    }
    if (next === undefined) return line;
  }
  if (next === undefined) return line;
  throw new GitHubError("unreachable", "unclear", `GitHub lists the history of ${tip} without its commit ${next}.`);
}
