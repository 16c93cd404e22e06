import * as z from "zod";
import type { Task } from "../task.js";
import { branchOf, commitPart, payloadOf, queuedPart, sourceOf } from "./event-parts.js";

const payload = payloadOf({ ref: z.string(), deleted: z.boolean() });

/** A branch moved; GitHub closes the pull requests into one that is gone, and tells of each. */
export function pushTask(body: unknown): Task | null {
  const read = payload.parse(body);
  const branch = branchOf(read.ref);
  return branch === null || read.deleted ? null : { kind: "branch", repository: sourceOf(read), branch };
}

const mergeGroupPayload = payloadOf({
  merge_group: z.object({ head_sha: commitPart, base_sha: commitPart, head_ref: queuedPart }),
});

/** The merge queue wants to know of the commit it is about to put onto a branch. */
export function mergeGroupTask(action: string, body: unknown): Task | null {
  if (action !== "checks_requested") return null;
  const read = mergeGroupPayload.parse(body);
  const { head_sha: head, base_sha: base, head_ref } = read.merge_group;
  return { kind: "merge-group", repository: sourceOf(read), head, base, pullRequest: head_ref.pullRequest };
}
