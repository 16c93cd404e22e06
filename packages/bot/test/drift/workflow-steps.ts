import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The root of this repository. */
export const root = new URL("../../../..", import.meta.url).pathname.replace(/\/$/, "");

/** A step as the workflow file writes it. */
interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job as far as a test looks at it. */
export interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export const workflowFile = ".github/workflows/nightly-drift.yml";

export function workflowText(): string {
  return readFileSync(join(root, workflowFile), "utf8");
}

/** The jobs of the workflow, by name. */
export function workflowJobs(): Readonly<Record<string, Job>> {
  return parse(workflowText()).jobs;
}

/** What a step did: how it ended, what it printed, and the outputs it set. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs bash as a runner does, in a folder, with an environment of its own. */
export function runBash(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Ran> {
  const { PATH = "", HOME = "" } = process.env;
  const parameters = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script];
  return new Promise((resolve) => {
    execFile("bash", parameters, { cwd, env: { PATH, HOME, ...env } }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : 255, out, err });
    });
  });
}

/** Runs a step of the workflow as it is written; its environment must be all that it names. */
export function runStep(job: string, name: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Ran> {
  const step = workflowJobs()[job]?.steps.find((each) => each.name === name);
  if (step?.run === undefined) throw new Error(`${workflowFile} has no step ${name} to run`);
  const missing = Object.keys(step.env ?? {}).filter((variable) => env[variable] === undefined);
  if (missing.length > 0) throw new Error(`the step ${name} is given ${missing.join(", ")} by the workflow`);
  return runBash(step.run, cwd, env);
}
