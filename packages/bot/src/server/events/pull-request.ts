import * as z from "zod";
import type { Task } from "../task.js";
import { commitPart, numberPart, payloadOf, sourceOf } from "./event-parts.js";

const payload = payloadOf({
  pull_request: z.object({ number: numberPart }),
  /** The head before, of `synchronize`: others may still end in it. */
  before: commitPart.optional(),
  /** What was edited, of `edited`. */
  changes: z.object({ base: z.unknown() }).partial().optional(),
});

/** A pull request itself was touched. */
export function pullRequestTask(action: string, body: unknown): Task | null {
  if (!handled.has(action)) return null;
  const read = payload.parse(body);
  // Title and text promise nothing; another base is another comparison.
  if (action === "edited" && read.changes?.base === undefined) return null;
  return {
    kind: "review",
    repository: sourceOf(read),
    pullRequest: read.pull_request.number,
    otherHeads: action === "synchronize" && read.before !== undefined ? [read.before] : [],
  };
}

const handled = new Set(["opened", "synchronize", "reopened", "edited", "ready_for_review", "closed"]);

const reviewPayload = payloadOf({ pull_request: z.object({ number: numberPart }) });

/** A review was given, changed or taken back: approvals are counted anew. */
export function reviewTask(action: string, body: unknown): Task | null {
  if (!["submitted", "edited", "dismissed"].includes(action)) return null;
  const read = reviewPayload.parse(body);
  return { kind: "review", repository: sourceOf(read), pullRequest: read.pull_request.number, otherHeads: [] };
}
