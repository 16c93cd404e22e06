import { GitHubError } from "../github/github-error.js";

const ATTEMPTS = 3;

/**
 * Does what begins with a look at what stands there, and once more where nobody knows whether it was done. Waiting is left to
 * Octokit, which asks for what may be asked again with growing pauses.
 */
export async function retryUnclear<Answer>(lookAndWrite: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await lookAndWrite();
    } catch (error) {
      const isUnclear = error instanceof GitHubError && error.reason === "unclear";
      if (!isUnclear || attempt === ATTEMPTS) throw error;
    }
  }
}
