import { type Commit, commitAt, commitOfRef } from "../git/commits.js";
import { notFound, Refusal } from "../http/reply.js";
import type { CheckRun } from "./check.js";
import type { Comment, Issue } from "./issue.js";
import type { Pull, Review } from "./pull.js";
import type { Repository } from "./repository.js";

/** The issue or pull request with a number; GitHub's 404 when there is none. */
export function issueNumbered(repository: Repository, number: number): Issue {
  const issue = repository.issues.get(number);
  if (issue === undefined) throw notFound();
  return issue;
}

export function pullNumbered(repository: Repository, number: number): Pull {
  const pull = repository.pulls.get(number);
  if (pull === undefined) throw notFound();
  return pull;
}

export function reviewOf(pull: Pull, id: number): Review {
  const review = pull.reviews.find((one) => one.id === id);
  if (review === undefined) throw notFound();
  return review;
}

export function commentWithId(
  repository: Repository,
  id: number,
): { readonly issue: Issue; readonly comment: Comment } {
  for (const issue of repository.issues.values()) {
    const comment = issue.comments.find((one) => one.id === id);
    if (comment !== undefined) return { issue, comment };
  }
  throw notFound();
}

export function runWithId(repository: Repository, id: number): CheckRun {
  const run = repository.runs.find((one) => one.id === id);
  if (run === undefined) throw notFound();
  return run;
}

/** The commit of a sha, a branch or a tag; GitHub's 422 when there is none. */
export async function commitNamed(repository: Repository, ref: string): Promise<Commit> {
  const commit = await commitOfRef(repository.git, ref);
  if (commit === null) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  return commit;
}

/** The tip of a branch, or null when there is no such branch. */
export function tipOf(repository: Repository, branch: string): Promise<Commit | null> {
  return commitAt(repository.git, `refs/heads/${branch}`);
}
