import type { GitHub } from "./github/github.js";
import { GitHubError } from "./github/github-error.js";
import type { OpenPullRequest } from "./github/pull-requests.js";
import { groundsId } from "./judge/grounds.js";
import { readIds } from "./publish/check-ids.js";

/** What a look at the open pull requests of a repository found. */
export interface Unjudged {
  /** Pull requests that have to be judged, one for each commit: judging it judges all that end there. */
  readonly pullRequests: readonly number[];
  /** How the others stood, for the next look: what still stands so need not be asked for again. */
  readonly judged: ReadonlySet<string>;
}

/**
 * Finds the commits whose check does not stand concluded by what their open pull requests are now: nobody told us of them, or
 * not of their last change. `before` is what the look before this one found judged.
 */
export async function findUnjudged(github: GitHub, checkName: string, before: ReadonlySet<string>): Promise<Unjudged> {
  const open = await github.openPullRequests(null);
  const tips = new Map<string, string>();
  for (const base of new Set(open.map((each) => each.base))) tips.set(base, await tipOrNone(github, base));
  const tipOf = ({ base }: OpenPullRequest) => tips.get(base) ?? "";

  const pullRequests: number[] = [];
  const judged = new Set<string>();
  for (const [head, sharing] of byHead(open)) {
    const key = stateKey(head, sharing, tipOf);
    if (key !== null && before.has(key)) judged.add(key);
    else if (!(await isJudged(github, checkName, head, sharing, tipOf))) {
      pullRequests.push(...sharing.slice(0, 1).map(({ number }) => number));
    } else if (key !== null) judged.add(key);
  }
  return { pullRequests, judged };
}

/**
 * What changes with whatever is said or done on the pull requests of a commit, or `null` where it need not: what is done in the
 * second in which something else was leaves the time of it as it was.
 */
function stateKey(
  head: string,
  sharing: readonly OpenPullRequest[],
  tipOf: (each: OpenPullRequest) => string,
): string | null {
  if (sharing.some(({ isJustTouched }) => isJustTouched)) return null;
  return JSON.stringify([head, sharing.map((each) => [each.number, each.base, tipOf(each), each.touchedAt])]);
}

/** A branch that is gone keeps none of the pull requests into others from being found. */
async function tipOrNone(github: GitHub, branch: string): Promise<string> {
  try {
    return await github.branchTip(branch);
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "missing") return "";
    throw error;
  }
}

async function isJudged(
  github: GitHub,
  checkName: string,
  head: string,
  sharing: readonly OpenPullRequest[],
  tipOf: (each: OpenPullRequest) => string,
): Promise<boolean> {
  const check = await github.findCheck(head, checkName);
  if (check?.status !== "completed") return false;
  const now = await Promise.all(
    sharing.map(async (pullRequest) => ({
      pullRequest,
      baseTip: tipOf(pullRequest),
      reviews: await github.reviews(pullRequest.number),
    })),
  );
  return readIds(check.externalId).grounds === groundsId(now);
}

function byHead(open: readonly OpenPullRequest[]): ReadonlyMap<string, readonly OpenPullRequest[]> {
  const found = new Map<string, OpenPullRequest[]>();
  for (const each of open) {
    const sharing = found.get(each.head);
    if (sharing) sharing.push(each);
    else found.set(each.head, [each]);
  }
  return found;
}
