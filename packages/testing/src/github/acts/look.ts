import { issueNumbered } from "../state/find.js";
import type { Place } from "./act.js";

/** A comment as a test looks at it. */
export interface SeenComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  /** As in `eyes by schema-gate[bot]`. */
  readonly reactions: readonly string[];
}

/** A check run as a test looks at it. */
export interface SeenCheck {
  readonly id: number;
  readonly name: string;
  readonly app: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly annotations: number;
}

/** The comments of an issue or pull request, oldest first: without a request, so that none is counted. */
export function commentsOn({ repository }: Place, number: number): readonly SeenComment[] {
  return issueNumbered(repository, number).comments.map(({ id, author, body, reactions }) => ({
    id,
    author: author.login,
    body,
    reactions: reactions.map(({ content, user }) => `${content} by ${user.login}`),
  }));
}

/** Every check run ever made on a commit, oldest first. */
export function checksOn({ repository }: Place, sha: string): readonly SeenCheck[] {
  return repository.runs
    .filter(({ suite }) => suite.headSha === sha)
    .map(({ id, name, suite, status, conclusion, title, summary, annotations }) => ({
      id,
      name,
      app: suite.app.slug,
      status,
      conclusion,
      title,
      summary,
      annotations: annotations.length,
    }));
}

/** The newest commit status of each context on a commit, as in `{ "Schema Gate": "success" }`. */
export function statusesOn({ repository }: Place, sha: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    repository.statuses.filter((one) => one.sha === sha).map(({ context, state }) => [context, state]),
  );
}
