import * as z from "zod";

/** The parts of GitHub's answers that more than one question is about. */
export const commitId = z.string().regex(/^[0-9a-f]{40}$/, "must be 40 hex digits");

/** An account, or `null` where it is gone. */
export const account = z.object({ login: z.string(), type: z.string() }).nullable();
