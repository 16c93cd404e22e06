import type { DriftGitHub } from "../../github/drift-github.js";
import { GitHubError } from "../../github/github-error.js";
import type { OwnPullRequest } from "../../github/own-pull-requests.js";
import { retryUnclear } from "../../publish/retry-unclear.js";
import type { AdditiveDrift } from "./additive-drift.js";
import { DRIFT_BRANCH, isOurs, writeBranch } from "./drift-branch.js";
import { contentKey, contentKeyIn, NO_LONGER_NEEDED, pullRequestBody, pullRequestTitle } from "./pull-request-text.js";

/** What became of the pull request. `theirs`: somebody else has pushed to its branch. `declined`: people closed the same one. */
export type Kept =
  | { readonly kind: "none" | "closed" | "theirs" | "declined" }
  | { readonly kind: "open"; readonly number: number };

/** Where the pull request goes: a branch, the commit that the drift was judged against, and the day of the night. */
export interface Base {
  readonly branch: string;
  readonly tip: string;
  readonly day: string;
}

/** Makes the one pull request of additive drift say what the night found. Doing it again changes nothing. */
export async function keepPullRequest(github: DriftGitHub, base: Base, drift: AdditiveDrift): Promise<Kept> {
  return retryUnclear(async () => {
    const head = await github.findBranch(DRIFT_BRANCH);
    const all = await github.ownPullRequests(DRIFT_BRANCH);
    const open = all.find(({ state }) => state === "open") ?? null;
    if (head !== null && !isOurs(head)) return { kind: "theirs" };
    if (drift.files.length === 0) return close(github, open, head !== null);
    if (open === null && isDeclined(all[0], drift)) return { kind: "declined" };
    if (!(await writeBranch(github, head, base, drift))) return { kind: "theirs" };
    const text = { title: pullRequestTitle(drift), body: pullRequestBody(drift, await github.startsWorkflows()) };
    if (open === null) {
      const { number } = await github.createPullRequest({ ...text, head: DRIFT_BRANCH, base: base.branch });
      return { kind: "open", number };
    }
    if (open.title !== text.title || open.body !== text.body) {
      await github.updatePullRequest(open.number, { ...text, state: "open" });
    }
    return { kind: "open", number: open.number };
  });
}

/** People closed the newest one without merging, and there is nothing to say that it did not say. */
function isDeclined(newest: OwnPullRequest | undefined, { files }: AdditiveDrift): boolean {
  return newest?.state === "closed" && contentKeyIn(newest.body) === contentKey(files);
}

async function close(github: DriftGitHub, open: OwnPullRequest | null, hasBranch: boolean): Promise<Kept> {
  if (open !== null) {
    await github.updatePullRequest(open.number, { title: open.title, body: NO_LONGER_NEEDED, state: "closed" });
  }
  if (hasBranch) {
    await github.deleteBranch(DRIFT_BRANCH).catch((error: unknown) => {
      // Somebody else removed it meanwhile.
      if (!(error instanceof GitHubError && (error.reason === "missing" || error.reason === "refused"))) throw error;
    });
  }
  return { kind: open === null ? "none" : "closed" };
}
