import { UserError } from "@schema-gate/contract";
import * as z from "zod";

const variables = z.object({
  GITHUB_API_URL: z.url({ protocol: /^https?$/ }),
  GITHUB_SERVER_URL: z.url({ protocol: /^https?$/ }),
  GITHUB_REPOSITORY: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  GITHUB_EVENT_NAME: z.string().min(1),
  GITHUB_EVENT_PATH: z.string().min(1),
  GITHUB_RUN_ID: z.string().regex(/^\d+$/),
  GITHUB_JOB: z.string().default(""),
  GITHUB_OUTPUT: z.string().min(1),
  GITHUB_STEP_SUMMARY: z.string().min(1),
  RUNNER_TEMP: z.string().min(1),
  SCHEMA_GATE_SECOND_MS: z.coerce.number().int().min(1).max(1000).default(1000),
});

/** The runner that a workflow's step runs on, and what the run is about. */
export interface Runner {
  readonly apiUrl: string;
  readonly owner: string;
  readonly repository: string;
  readonly event: string;
  /** The file that holds the event's payload. */
  readonly eventPath: string;
  readonly job: string;
  /** The page of the run, where its summary stands. */
  readonly runUrl: string;
  /** The files that outputs and summary are appended to. */
  readonly outputPath: string;
  readonly summaryPath: string;
  /** A folder that is emptied after the job. */
  readonly temporary: string;
  /** Milliseconds a second of waiting takes; fewer only with a GitHub of one's own. */
  readonly second: number;
}

/** Reads what the runner says in the environment, or throws a UserError. */
export function readRunner(env: NodeJS.ProcessEnv): Runner {
  const result = variables.safeParse(env);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new UserError(
      "usage",
      `This is a GitHub Action: ${issue?.path.join(".")} is missing or not as a runner sets it (${issue?.message}).`,
    );
  }
  const read = result.data;
  const [owner = "", repository = ""] = read.GITHUB_REPOSITORY.split("/");
  return {
    apiUrl: read.GITHUB_API_URL.replace(/\/$/, ""),
    owner,
    repository,
    event: read.GITHUB_EVENT_NAME,
    eventPath: read.GITHUB_EVENT_PATH,
    job: read.GITHUB_JOB,
    runUrl: `${read.GITHUB_SERVER_URL.replace(/\/$/, "")}/${owner}/${repository}/actions/runs/${read.GITHUB_RUN_ID}`,
    outputPath: read.GITHUB_OUTPUT,
    summaryPath: read.GITHUB_STEP_SUMMARY,
    temporary: read.RUNNER_TEMP,
    second: read.SCHEMA_GATE_SECOND_MS,
  };
}
