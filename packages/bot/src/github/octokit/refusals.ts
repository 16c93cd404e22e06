import { visibleText } from "@schema-gate/report";
import * as z from "zod";
import { GitHubError } from "../github-error.js";
import type { Question } from "./ask.js";

/** What Octokit throws, as far as it is looked at. */
const requestError = z.object({
  status: z.number(),
  message: z.string(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
});

/** What a person is told of what was asked. */
type Asked = Pick<Question<unknown>, "doing" | "permission">;

/** What Octokit threw as what it means to us. Whatever is no answer of GitHub's is a defect of ours, and stays as it is. */
export function gitHubError(asked: Asked, cause: unknown): unknown {
  const read = requestError.safeParse(cause);
  if (read.success) return refusal(asked, read.data, cause);
  // So says plugin-throttling where a query ended the hour's points.
  const isLimit = cause instanceof Error && cause.message === "GraphQL Rate Limit Exceeded";
  return isLimit ? refusal(asked, { status: 429, message: cause.message }, cause) : cause;
}

/** An answer of GitHub's other than the one that was hoped for. */
export function refusal(
  { doing, permission }: Asked,
  answer: z.output<typeof requestError>,
  cause?: unknown,
): GitHubError {
  const { status, message, response } = answer;
  const said = visibleText(message.length <= 500 ? message : `${message.slice(0, 500)}…`);
  const what = `Cannot ${doing}:`;
  const options = { cause };
  if (status === 429 || (status === 403 && isRateLimit(message))) {
    return new GitHubError("unreachable", "limited", `${what} GitHub's rate limit is used up (${said}).`, options);
  }
  if (status === 403) {
    const needed = response?.headers["x-accepted-github-permissions"];
    const asked = typeof needed === "string" ? ` (GitHub says: ${visibleText(needed)})` : "";
    const hint = `The token lacks the permission "${permission}"${asked}; grant it to the workflow or to the app.`;
    return new GitHubError("usage", "forbidden", `${what} ${said}. ${hint}`, options);
  }
  if (status === 401) {
    return new GitHubError("usage", "refused", `${what} GitHub does not accept the token (${said}).`, options);
  }
  if (status === 404 || status === 410) {
    const hint = `It is not there, or the token may not see it: that takes the permission "${permission}".`;
    return new GitHubError("usage", "missing", `${what} ${said}. ${hint}`, options);
  }
  if (status >= 500 || status < 400) {
    return new GitHubError("unreachable", "unclear", `${what} GitHub did not answer as it should (${said}).`, options);
  }
  return new GitHubError("usage", "refused", `${what} GitHub refuses it (${status}: ${said}).`, options);
}

function isRateLimit(message: string): boolean {
  return /\brate limit\b/i.test(message);
}
