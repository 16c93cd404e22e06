import { UserError } from "@schema-gate/contract";
import * as z from "zod";
import { branchOf, commitPart, numberPart, queuedPart } from "../server/events/event-parts.js";
import type { Asked, Run } from "./asked.js";

const pullRequest = z.object({
  action: z.string(),
  pull_request: z.object({ number: numberPart }),
  /** The head before, of `synchronize`: others may still end in it. */
  before: commitPart.optional(),
});

/** GitHub's own words on the run that this one follows. What that run did or left behind is not looked at. */
const workflowRun = z.object({ workflow_run: z.object({ head_sha: commitPart }) });

const push = z.object({ ref: z.string(), deleted: z.boolean().default(false) });

const mergeGroup = z.object({
  merge_group: z.object({ head_sha: commitPart, base_sha: commitPart, head_ref: queuedPart }),
});

interface Reader {
  readonly isTrusted: boolean;
  readonly read: (payload: unknown) => Asked | null;
}

const ofPullRequest = (payload: unknown): Asked => {
  const { pull_request, before } = pullRequest.parse(payload);
  return { kind: "pull-request", number: pull_request.number, otherHeads: before === undefined ? [] : [before] };
};

const everything = (): Asked => ({ kind: "branch", branch: null });

/**
 * By event. GitHub takes the workflow of `pull_request` and `pull_request_review` from the pull request itself, and that of
 * all others from a branch of the repository; of `merge_group` from the queue's, which is reached only past every protection.
 */
const readers: Readonly<Record<string, Reader>> = {
  pull_request: { isTrusted: false, read: ofPullRequest },
  pull_request_review: { isTrusted: false, read: ofPullRequest },
  pull_request_target: { isTrusted: true, read: ofPullRequest },
  workflow_run: {
    isTrusted: true,
    read: (payload) => ({ kind: "head", head: workflowRun.parse(payload).workflow_run.head_sha }),
  },
  push: {
    isTrusted: true,
    read: (payload) => {
      const { ref, deleted } = push.parse(payload);
      const branch = branchOf(ref);
      return branch === null || deleted ? null : { kind: "branch", branch };
    },
  },
  merge_group: {
    isTrusted: true,
    read: (payload) => {
      const { head_sha: head, base_sha: base, head_ref } = mergeGroup.parse(payload).merge_group;
      return { kind: "merge-group", group: { head, base, pullRequest: head_ref.pullRequest } };
    },
  },
  schedule: { isTrusted: true, read: everything },
  workflow_dispatch: { isTrusted: true, read: everything },
};

/** What a run is about, by its event; or a UserError. */
export function readRun(event: string, payload: unknown): Run {
  const reader = Object.hasOwn(readers, event) ? readers[event] : undefined;
  if (reader === undefined) {
    const known = Object.keys(readers).join(", ");
    throw new UserError("usage", `On the event ${JSON.stringify(event)} there is nothing to judge; use ${known}.`);
  }
  try {
    return { event, isTrusted: reader.isTrusted, asked: reader.read(payload) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    const place = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
    throw new UserError("usage", `The event ${event} is not as GitHub describes it (${place}).`, { cause: error });
  }
}
