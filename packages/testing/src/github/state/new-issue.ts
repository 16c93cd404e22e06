import type { Account } from "./account.js";
import type { App } from "./app.js";
import type { Issue } from "./issue.js";
import type { Repository } from "./repository.js";
import { timestamp, type World } from "./world.js";

/** Opens an issue, or the half of a pull request that is one, under the next number. */
export function newIssue(
  world: World,
  repository: Repository,
  said: { readonly author: Account; readonly title: string; readonly body: string | null; readonly app: App | null },
  number = Math.max(0, ...repository.issues.keys(), ...repository.removedIssues) + 1,
): Issue {
  if (repository.issues.has(number)) throw new Error(`${repository.fullName} has a number ${number} already`);
  const at = timestamp(world);
  const open = { state: "open", stateReason: null, createdAt: at, updatedAt: at, closedAt: null } as const;
  const issue: Issue = {
    id: world.nextId(),
    number,
    ...said,
    ...open,
    isLocked: false,
    labels: [],
    assignees: [],
    comments: [],
    reactions: [],
  };
  repository.issues.set(number, issue);
  return issue;
}
