import type { GitHub } from "../github/github.js";
import { GitHubError } from "../github/github-error.js";
import type { Comment } from "../github/publishing.js";
import { retryUnclear } from "./retry-unclear.js";

/** The most bytes of a comment; GitHub says 65,536 characters. */
export const COMMENT_BYTES = 65_000;

/** What our comment begins with, unseen. Two gates of different names keep two comments. */
export function markerOf(name: string): string {
  return `<!-- schema-gate ${encodeURIComponent(name)} -->\n`;
}

/**
 * Writes the one comment of a pull request, in place where it is there already. `body` begins with the marker. With
 * `onlyInPlace` none is created: where there is nothing to say, nobody is told so.
 */
export async function publishComment(
  github: GitHub,
  pullRequest: number,
  marker: string,
  body: string,
  onlyInPlace: boolean,
): Promise<void> {
  await retryUnclear(async () => {
    if ((await github.ownComments(pullRequest, marker)).length === 0) {
      if (onlyInPlace) return;
      await github.createComment(pullRequest, body);
    }
    // Looked at again: somebody else may have created one at the same time.
    await keepOne(github, await github.ownComments(pullRequest, marker), body);
  });
}

/** Somebody removed it after we looked. */
function lookAgain(error: unknown): never {
  if (!(error instanceof GitHubError && error.reason === "missing")) throw error;
  throw new GitHubError("unreachable", "unclear", error.message, { cause: error });
}

async function keepOne(github: GitHub, [first, ...others]: readonly Comment[], body: string): Promise<void> {
  if (first && first.body !== body) await github.updateComment(first.id, body).catch(lookAgain);
  for (const { id } of others) {
    await github.deleteComment(id).catch((error: unknown) => {
      // Whoever else saw it was faster.
      if (!(error instanceof GitHubError && error.reason === "missing")) throw error;
    });
  }
}
