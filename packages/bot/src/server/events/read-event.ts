import * as z from "zod";
import type { Task } from "../task.js";
import { checkRunTask, checkSuiteTask } from "./check.js";
import { commentTask } from "./comment.js";
import { pullRequestTask, reviewTask } from "./pull-request.js";
import { mergeGroupTask, pushTask } from "./push.js";

/** What a delivery asks us to do; `unreadable` is about something we act on and is not as GitHub describes it. */
export type ReadEvent =
  | { readonly kind: "task"; readonly task: Task }
  | { readonly kind: "ignored" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Reads a delivery whose signature was verified. `body` is its JSON, `appId` whose checks are ours. */
export function readEvent(event: string, body: unknown, appId: number): ReadEvent {
  const reader = readers.get(event);
  if (reader === undefined) return { kind: "ignored" };
  try {
    const { action } = z.object({ action: z.string().default("") }).parse(body);
    const task = reader(action, body, appId);
    return task === null ? { kind: "ignored" } : { kind: "task", task };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    return { kind: "unreadable", reason: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` };
  }
}

const readers = new Map<string, (action: string, body: unknown, appId: number) => Task | null>([
  ["pull_request", pullRequestTask],
  ["pull_request_review", reviewTask],
  ["push", (_, body) => pushTask(body)],
  ["merge_group", mergeGroupTask],
  ["check_run", checkRunTask],
  ["check_suite", checkSuiteTask],
  ["issue_comment", commentTask],
]);

/** The events the app is to be told of. */
export const events: readonly string[] = [...readers.keys()];
