import { unprocessable } from "../http/reply.js";

/** The longest body of an issue, a comment or a review, in characters: what fits a check's summary as well. */
export const longestBody = 65_535;

/** Refuses a body that is longer than GitHub takes. */
export function requireShort(resource: string, body: string | undefined): void {
  if (body !== undefined && [...body].length > longestBody) {
    throw unprocessable(resource, "body", `body is too long (maximum is ${longestBody} characters)`);
  }
}
