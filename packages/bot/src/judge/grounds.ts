import { hash } from "node:crypto";
import type { PullRequest, PullRequests, Review } from "../github/pull-requests.js";

/** What a pull request is judged by that can change while it is open. Where any of it did, it has to be judged again. */
export interface Grounds {
  readonly pullRequest: PullRequest;
  /** The newest commit of the branch it goes into. */
  readonly baseTip: string;
  readonly reviews: readonly Review[];
}

/** The grounds as they are now. */
export async function readGrounds(github: PullRequests, pullRequest: PullRequest): Promise<Grounds> {
  const [baseTip, reviews] = await Promise.all([
    github.branchTip(pullRequest.base),
    github.reviews(pullRequest.number),
  ]);
  return { pullRequest, baseTip, reviews };
}

/** The same text for the same grounds, in whatever order; `null` where some are not known. */
export function groundsId(all: readonly (Grounds | null)[]): string | null {
  const texts: string[] = [];
  for (const grounds of all) {
    if (grounds === null) return null;
    texts.push(textOf(grounds));
  }
  return hash("sha256", JSON.stringify(texts.sort())).slice(0, 32);
}

function textOf({ pullRequest: { number, head, base }, baseTip, reviews }: Grounds): string {
  const said = reviews.map(({ id, login, state, commit }) => JSON.stringify([id, login, state, commit]));
  return JSON.stringify([number, head, base, baseTip, ...said.sort()]);
}
