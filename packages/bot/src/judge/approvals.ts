import type { GitHub } from "../github/github.js";
import type { Review } from "../github/pull-requests.js";
import type { Grounds } from "./grounds.js";

/** Somebody whose approval does not count, and why: nobody shall have to guess. */
export interface UncountedApproval {
  readonly login: string;
  readonly reason: "an older commit" | "dismissed" | "an author" | "no person" | "withdrawn";
}

/** Who approved a commit. Both lists are sorted. */
export interface Approvals {
  readonly counted: readonly string[];
  readonly uncounted: readonly UncountedApproval[];
}

/** The approvals of a pull request's newest commit. Whoever wrote any of it, or opened it, is not counted. */
export async function approvalsOf(github: GitHub, { pullRequest, baseTip, reviews }: Grounds): Promise<Approvals> {
  const commits = await github.commitsBetween(baseTip, pullRequest.head);
  const writers = commits.flatMap(({ logins }) => logins);
  const authors = new Set(pullRequest.author === null ? writers : [...writers, pullRequest.author]);
  return countApprovals(reviews, pullRequest.head, authors);
}

/** What counts of some reviews for the commit `head`: of each reviewer the last word, where it approves that commit. */
export function countApprovals(reviews: readonly Review[], head: string, authors: ReadonlySet<string>): Approvals {
  const lastWords = new Map<string, Review>();
  const everApproved = new Set<string>();
  for (const review of [...reviews].sort(byTime)) {
    // A comment takes nothing back, and what is pending was not said yet.
    if (review.login === null || review.state === "COMMENTED" || review.state === "PENDING") continue;
    lastWords.set(review.login, review);
    if (review.state === "APPROVED" || review.state === "DISMISSED") everApproved.add(review.login);
  }
  const counted: string[] = [];
  const uncounted: UncountedApproval[] = [];
  for (const login of [...everApproved].sort()) {
    const last = lastWords.get(login);
    if (last === undefined) continue;
    const reason = whyNot(last, login, head, authors);
    if (reason === null) counted.push(login);
    else uncounted.push({ login, reason });
  }
  return { counted, uncounted };
}

function whyNot(
  { state, commit, isPerson }: Review,
  login: string,
  head: string,
  authors: ReadonlySet<string>,
): UncountedApproval["reason"] | null {
  if (state === "DISMISSED") return "dismissed";
  if (state !== "APPROVED") return "withdrawn";
  if (commit !== head) return "an older commit";
  if (!isPerson) return "no person";
  const isAuthor = Array.from(authors).some((author) => author.toLowerCase() === login.toLowerCase());
  return isAuthor ? "an author" : null;
}

function byTime(one: Review, other: Review): number {
  const [first, second] = [one.submittedAt ?? "", other.submittedAt ?? ""];
  if (first !== second) return first < second ? -1 : 1;
  return one.id - other.id;
}
