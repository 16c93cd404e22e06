import { findWaitingGroups } from "./find-waiting-groups.js";
import type { GitHub } from "./github/github.js";
import { GitHubError } from "./github/github-error.js";
import type { OpenPullRequest } from "./github/pull-requests.js";
import { groundsId } from "./judge/grounds.js";
import type { MergeGroup } from "./judge/judge-pull-request.js";
import { readIds } from "./publish/check-ids.js";

/** What a look at the open pull requests of a repository found. */
export interface Unjudged {
  /** Pull requests that have to be judged, one for each commit: judging it judges all that end there. */
  readonly pullRequests: readonly number[];
  /** What waits in the merge queue for a verdict. */
  readonly mergeGroups: readonly MergeGroup[];
  /** How the others stood, for the next look: what still stands so need not be asked for again. */
  readonly judged: ReadonlySet<string>;
}

/** How a check is told to stand: as its commit is, that is by `name`, and by a verdict of the day `asOf` where days count. */
export interface Wanted {
  readonly name: string;
  readonly asOf: string;
}

/** Where the day alone has changed, so many pull requests are judged anew after one look: GitHub gives so much an hour. */
const MOST_OF_OLDER_DAYS = 20;

/**
 * Finds the commits whose check does not stand concluded by what their open pull requests are now: nobody told us of them, or
 * not of their last change, or a day has passed that may change the verdict. `before` is what the look before this one found judged.
 */
export async function findUnjudged(github: GitHub, wanted: Wanted, before: ReadonlySet<string>): Promise<Unjudged> {
  const open = await github.openPullRequests(null);
  const tips = new Map<string, string>();
  for (const base of new Set(open.map((each) => each.base))) tips.set(base, await tipOrNone(github, base));
  const tipOf = ({ base }: OpenPullRequest) => tips.get(base) ?? "";

  const pullRequests: number[] = [];
  const judged = new Set<string>();
  let ofOlderDays = 0;
  for (const [head, sharing] of byHead(open)) {
    const key = stateKey(wanted.asOf, head, sharing, tipOf);
    const standing =
      key !== null && before.has(key) ? "as now" : await standingOf(github, wanted, head, sharing, tipOf);
    if (standing === "as now" && key !== null) judged.add(key);
    const isDue = standing === "otherwise" || (standing === "on an older day" && ofOlderDays++ < MOST_OF_OLDER_DAYS);
    if (isDue) pullRequests.push(...sharing.slice(0, 1).map(({ number }) => number));
  }
  const { mergeGroups, concluded } = await findWaitingGroups(github, wanted.name, before);
  for (const key of concluded) judged.add(key);
  return { pullRequests, mergeGroups, judged };
}

/**
 * What changes with whatever is said or done on the pull requests of a commit, or `null` where it need not: what is done in the
 * second in which something else was leaves the time of it as it was.
 */
function stateKey(
  asOf: string,
  head: string,
  sharing: readonly OpenPullRequest[],
  tipOf: (each: OpenPullRequest) => string,
): string | null {
  if (sharing.some(({ isJustTouched }) => isJustTouched)) return null;
  return JSON.stringify([asOf, head, sharing.map((each) => [each.number, each.base, tipOf(each), each.touchedAt])]);
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

async function standingOf(
  github: GitHub,
  { name, asOf }: Wanted,
  head: string,
  sharing: readonly OpenPullRequest[],
  tipOf: (each: OpenPullRequest) => string,
): Promise<"as now" | "on an older day" | "otherwise"> {
  const check = await github.findCheck(head, name);
  if (check?.status !== "completed") return "otherwise";
  const now = await Promise.all(
    sharing.map(async (pullRequest) => ({
      pullRequest,
      baseTip: tipOf(pullRequest),
      reviews: await github.reviews(pullRequest.number),
    })),
  );
  const judged = readIds(check.externalId);
  if (judged.grounds !== groundsId(now)) return "otherwise";
  return judged.asOf === null || judged.asOf >= asOf ? "as now" : "on an older day";
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
