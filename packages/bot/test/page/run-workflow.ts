import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runStep, type StepRun } from "../action/step.js";
import { readWorkflow, type WorkflowStep } from "../action/workflow-file.js";
import type { World } from "./world.js";

/** What sets a workflow off. */
export interface Trigger {
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** `vars` and `secrets` of the repository, by their names there: `vars.APP`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Runs a workflow of `acme/views` as GitHub does: a token with the permissions of each job, actions fetched at their commit. */
export async function runWorkflow(world: World, text: string, trigger: Trigger): Promise<readonly StepRun[]> {
  const { on, jobs } = readWorkflow(text);
  requireEvent(on, trigger);
  const runs: StepRun[] = [];
  for (const { permissions, steps } of Object.values(jobs)) {
    const token = `job-${Object.entries(permissions).join("-")}`;
    const levels = Object.entries(permissions).map(([name, level]) => [name.replaceAll("-", "_"), level]);
    world.github.addToken(token, { job: "acme/views", permissions: Object.fromEntries(levels) });
    for (const step of steps) runs.push(await runOne(world, step, token, trigger));
  }
  return runs;
}

function requireEvent(on: Readonly<Record<string, unknown>>, { event, payload }: Trigger): void {
  if (!(event in on)) throw new Error(`the workflow does not run on ${event}`);
  const types = (on[event] as { readonly types?: readonly string[] } | null)?.types;
  if (types !== undefined && !types.includes(String(payload.action))) {
    throw new Error(`the workflow does not run on ${event} ${payload.action}`);
  }
}

async function runOne(
  { github }: World,
  { uses, run: script, with: given }: WorkflowStep,
  token: string,
  { event, payload, settings = {} }: Trigger,
): Promise<StepRun> {
  const folder = mkdtempSync(join(tmpdir(), "job-"));
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
  try {
    if (script !== undefined) return { ...(await run("bash", ["-e", "-c", script], env, folder)), ...nothing };
    const [name = "", commit = ""] = uses?.split("@") ?? [];
    for (const words of [
      ["clone", "--quiet", `${github.url}/${name}.git`, "action"],
      ["-C", "action", "checkout", "--quiet", commit],
    ]) {
      const { code, log } = await run("git", words, env, folder);
      if (code !== 0) throw new Error(`the action ${uses} cannot be had: ${log}`);
    }
    const action = join(folder, "action/dist");
    const context = { apiUrl: github.url, repository: "acme/views", event, payload, token };
    return await runStep({ action, ...context, with: filledIn(given, settings) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const nothing = { outputs: {}, summary: "", reports: {} } as const;

function filledIn(given: Readonly<Record<string, unknown>>, settings: Readonly<Record<string, string>>) {
  const filled = Object.entries(given).map(([name, value]) => [
    name,
    String(value).replace(/\$\{\{ (\S+) \}\}/g, (_, setting: string) => settings[setting] ?? ""),
  ]);
  return Object.fromEntries(filled);
}
