import type { Log } from "./log.js";
import type { OnAttempt } from "./queue/work.js";
import { fullName } from "./repository-id.js";

/** Says how an attempt ended: what failed for good as an error, what is tried again as a warning. */
export function logAttempt(log: Log, { batch, outcome, error, milliseconds }: Parameters<OnAttempt>[0]): void {
  const [{ task, tries }] = batch;
  const facts = {
    repository: fullName(task.repository),
    kind: task.kind,
    ...("pullRequest" in task ? { pullRequest: task.pullRequest } : {}),
    deliveries: batch.map(({ id }) => id),
    tries: tries + 1,
    milliseconds,
  };
  log[levels[outcome]]({ ...facts, ...(error === null ? {} : { err: error }) }, sentences[outcome]);
}

const levels = { done: "info", postponed: "warn", "gave-up": "error", abandoned: "error" } as const;
const sentences = {
  done: "done",
  postponed: "failed, to be tried again",
  "gave-up": "given up, and said so on the pull request",
  abandoned: "abandoned: it can neither be done nor be said so",
};
