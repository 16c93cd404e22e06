import * as z from "zod";
import type { Task } from "../task.js";
import { commitPart, numberPart, payloadOf, readQueueBranch, sourceOf } from "./event-parts.js";

const suitePart = z.object({
  head_sha: commitPart,
  head_branch: z.string().nullable(),
  app: z.object({ id: numberPart }).nullable().optional(),
});

const runPayload = payloadOf({
  check_run: z.object({
    head_sha: commitPart,
    app: z.object({ id: numberPart }).nullable().optional(),
    check_suite: z.object({ head_branch: z.string().nullable() }).nullable().optional(),
  }),
});
const suitePayload = payloadOf({ check_suite: suitePart });

/** Somebody pressed "Re-run" at one of our checks. */
export function checkRunTask(action: string, body: unknown, appId: number): Task | null {
  if (action !== "rerequested") return null;
  const read = runPayload.parse(body);
  const { head_sha: head, app, check_suite } = read.check_run;
  if (app?.id !== appId) return null;
  return { ...againAt(head, check_suite?.head_branch ?? null), repository: sourceOf(read) };
}

/** Somebody pressed "Re-run all checks". */
export function checkSuiteTask(action: string, body: unknown, appId: number): Task | null {
  if (action !== "rerequested") return null;
  const read = suitePayload.parse(body);
  const { head_sha: head, head_branch, app } = read.check_suite;
  if (app?.id !== appId) return null;
  return { ...againAt(head, head_branch), repository: sourceOf(read) };
}

function againAt(head: string, headBranch: string | null) {
  const queued = readQueueBranch(headBranch ?? "");
  return queued === null ? ({ kind: "head", head } as const) : ({ kind: "merge-group", head, ...queued } as const);
}
