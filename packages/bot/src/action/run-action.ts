import { readFileSync } from "node:fs";
import { UserError } from "@schema-gate/contract";
import type { CheckCommits } from "../judge/check-commits.js";
import type { Asked, Run } from "./asked.js";
import { type ExitCode, exitCodeOf, exitCodeOfErrors } from "./exit-codes.js";
import { type Inputs, readInputs } from "./inputs.js";
import { judgeAsked } from "./judge-asked.js";
import { sentenceOf } from "./log-text.js";
import { openGitHub } from "./open-github.js";
import { outputsOf, writeOutputs, writeReports } from "./outputs.js";
import { readRun } from "./read-run.js";
import { type RunLog, runLog } from "./run-log.js";
import { type Runner, readRunner } from "./runner.js";
import { writeSummary } from "./summary.js";

/** Everything the process may touch but GitHub and the runner's files. */
export interface Process {
  readonly env: NodeJS.ProcessEnv;
  /** Where the log goes, in whole lines. */
  readonly out: (text: string) => void;
  readonly now: () => Date;
}

/** Runs the action once: judges what its event is about, concludes or prints it, and tells the workflow. `checkCommits` is the gate. */
export async function runAction(process: Process, checkCommits: CheckCommits): Promise<ExitCode> {
  const log = runLog(process.out);
  let concludes = false;
  try {
    concludes = await judgeRun(process, checkCommits, log);
  } catch (error) {
    log.failed(error);
  }
  try {
    writeSummary(process.env.GITHUB_STEP_SUMMARY, log.judgements(), log.errors().map(sentenceOf));
  } catch (error) {
    log.failed(error);
  }
  // A check that is concluded says it all; the job then only says that it did its work.
  return exitCodeOfErrors(log.errors()) ?? (concludes ? 0 : exitCodeOf(log.judgements()));
}

/** Judges what the run asks for and tells later steps; gives whether it was concluded, not only printed. */
async function judgeRun({ env, now }: Process, checkCommits: CheckCommits, log: RunLog): Promise<boolean> {
  const runner = readRunner(env);
  const inputs = readInputs(env);
  requireOtherName(inputs, runner);
  const run = readRun(runner.event, payloadOf(runner));
  const concludes = requireMode(inputs.mode, run) === "conclude";
  const { failOn, check: name, comment } = inputs;
  const publication = concludes ? { name, comment, reportUrl: runner.runUrl } : null;
  const github = await openGitHub(runner, inputs.identity, log.waits);
  const asOf = now().toISOString().slice(0, 10);
  if (run.asked !== null) await judgeAll({ github, checkCommits, asOf, failOn, publication }, run.asked, log);
  const judgements = log.judgements();
  writeOutputs(runner.outputPath, outputsOf(judgements, writeReports(runner.temporary, judgements)));
  return concludes;
}

async function judgeAll(judging: Parameters<typeof judgeAsked>[0], asked: Asked, log: RunLog): Promise<void> {
  for await (const attempt of judgeAsked(judging, asked)) {
    if ("error" in attempt) log.failed(attempt.error);
    else await log.reviewed(attempt.reviewed);
  }
}

/** What nothing of the pull request can have chosen concludes; everything else only prints. */
function requireMode(mode: Inputs["mode"], { event, isTrusted }: Run): "conclude" | "print" {
  if (mode !== "conclude" || isTrusted) return mode ?? (isTrusted ? "conclude" : "print");
  throw new UserError(
    "usage",
    `On ${event} the workflow is the pull request's own and may not conclude its check; use pull_request_target, or mode: print.`,
  );
}

/** A job is a check by its name too: two of one name, and nobody could tell whose green it is. */
function requireOtherName({ check }: Inputs, { job }: Runner): void {
  if (job !== check) return;
  throw new UserError(
    "usage",
    `The job is called ${JSON.stringify(job)}, like the check it writes. Call it otherwise.`,
  );
}

function payloadOf({ eventPath }: Runner): unknown {
  try {
    return JSON.parse(readFileSync(eventPath, "utf8"));
  } catch (cause) {
    throw new UserError("usage", "The event's payload (GITHUB_EVENT_PATH) cannot be read.", { cause });
  }
}
