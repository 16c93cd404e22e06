import type { GitHub } from "./github/github.js";
import type { MergeGroup } from "./judge/judge-pull-request.js";
import { readQueueBranch } from "./server/events/event-parts.js";

/** What stands in the merge queue. */
export interface WaitingGroups {
  /** Those whose commit is not concluded. */
  readonly mergeGroups: readonly MergeGroup[];
  /** How to know the others again: what is concluded of a commit of the queue stays so. */
  readonly concluded: readonly string[];
}

/** Finds what the merge queue waits for, because nobody told us to judge it. `before` are those known to be concluded. */
export async function findWaitingGroups(
  github: GitHub,
  checkName: string,
  before: ReadonlySet<string>,
): Promise<WaitingGroups> {
  const mergeGroups: MergeGroup[] = [];
  const concluded: string[] = [];
  for (const { name, head } of await github.queueBranches()) {
    const group = readQueueBranch(name);
    if (group === null) continue;
    const key = `${name} ${head}`;
    const isConcluded = before.has(key) || (await github.findCheck(head, checkName))?.status === "completed";
    if (isConcluded) concluded.push(key);
    else mergeGroups.push({ ...group, head });
  }
  return { mergeGroups, concluded };
}
