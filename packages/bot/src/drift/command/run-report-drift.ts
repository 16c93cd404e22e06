import { octokitDriftGitHub } from "../../github/octokit/octokit-drift-github.js";
import { stepLine } from "../issues/step-line.js";
import type { Kept } from "../pull-request/keep-pull-request.js";
import { readDriftReport } from "../read-report.js";
import { reportDrift } from "../report-drift.js";
import type { DriftOptions } from "./drift-options.js";
import { driftAccess } from "./drift-settings.js";

/** What the command may touch. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => number;
}

/** `schema-gate report-drift`: what is done is printed line by line. Throws a UserError for what cannot be done. */
export async function runReportDrift(options: DriftOptions, { env, out, err, now }: Surroundings): Promise<void> {
  // Read first: a report that is none must not even ask GitHub.
  const report = readDriftReport(options.report, now());
  const access = await driftAccess(options.repository, env, (message) => err(`${message}\n`));
  let steps = 0;
  await reportDrift(
    octokitDriftGitHub(access),
    { ...options, report, reportUrl: runUrl(env) },
    {
      onStep: (step) => {
        steps += 1;
        out(`${stepLine(step)}\n`);
      },
      onPullRequest: (kept) => out(`${pullRequestLine(kept)}\n`),
    },
  );
  if (steps === 0) out("No issue had to be changed.\n");
}

/** The run of the workflow this is a part of: it keeps the whole report. */
function runUrl({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }: NodeJS.ProcessEnv) {
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
}

function pullRequestLine(kept: Kept): string {
  switch (kept.kind) {
    case "open":
      return `pull request #${kept.number} holds the additive drift`;
    case "closed":
      return "closed the pull request: there is no additive drift any more";
    case "none":
      return "no additive drift";
    case "declined":
      return "somebody closed the pull request of this additive drift; it is opened again when there is another";
    case "theirs":
      return "somebody else has pushed to schema-gate/drift: the pull request is left alone until that branch is merged or removed";
  }
}
