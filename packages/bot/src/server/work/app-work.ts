import { UserError } from "@schema-gate/contract";
import { obeyCommand } from "../commands/obey-command.js";
import type { Job } from "../job.js";
import type { Batch } from "../queue/lane.js";
import type { Work } from "../queue/work.js";
import type { App } from "./app.js";
import type { FollowUp } from "./follow-up.js";

/** Does what deliveries ask for, at GitHub. `today` is the day (UTC) verdicts are given on. */
export function appWork(app: App, followUp: FollowUp, today: () => string): Work {
  return {
    run: (batch) => run(batch, app, followUp, today),
    giveUp: (batch, error) => giveUp(batch, app, error),
    isHopeless: (error) => app.isHopeless(error),
  };
}

async function run(batch: Batch, app: App, followUp: FollowUp, today: () => string): Promise<void> {
  const [job] = batch;
  const { task } = job;
  const repository = app.at(task.repository);
  switch (task.kind) {
    case "review":
      for (const each of batch) await judgeOthers(each, app, followUp);
      return repository.review(task.pullRequest);
    case "branch": {
      const open = await repository.openPullRequests(task.branch);
      return followUp(job, numbersOf(open));
    }
    case "head": {
      const open = await repository.openPullRequestsWithHead(task.head);
      return followUp(job, numbersOf(open));
    }
    case "merge-group":
      return repository.reviewMergeGroup(task);
    case "command":
      return obeyCommand({ ...task, recheck: () => followUp(job, [task.pullRequest]), today: today() }, repository);
  }
}

/** What a commit is worth depends on all pull requests with that head, and one of them has just left it. */
async function judgeOthers(job: Job, app: App, followUp: FollowUp): Promise<void> {
  const { task } = job;
  if (task.kind !== "review") return;
  const repository = app.at(task.repository);
  for (const head of task.otherHeads) {
    const open = numbersOf(await repository.openPullRequestsWithHead(head));
    const others = open.filter((number) => number !== task.pullRequest);
    await followUp(job, others);
  }
}

async function giveUp([{ task }]: Batch, app: App, error: unknown): Promise<void> {
  const repository = app.at(task.repository);
  switch (task.kind) {
    case "review":
      return repository.concludeUnchecked(task.pullRequest, reasonOf(error));
    case "merge-group":
      return repository.concludeMergeGroupUnchecked(task, reasonOf(error));
    case "command":
      return repository.react(task.comment, "confused");
    // Nobody knows which pull requests to say it on, so it is tried again.
    case "branch":
    case "head":
      throw error;
  }
}

function numbersOf(pullRequests: readonly { readonly number: number }[]): readonly number[] {
  return pullRequests.map(({ number }) => number);
}

/** What may be said in public: our own sentences, and nothing of a defect but that it is one. */
function reasonOf(error: unknown): string {
  return error instanceof UserError ? error.message : "The gate itself failed; its log says how.";
}
