import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** `action.yml`, as far as a runner reads it. */
export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export const actionFile: ActionFile = parse(readFileSync(join(root, "action.yml"), "utf8"));

/** What a runner knows before a step runs. */
export interface StepContext {
  /** The folder `dist/` is in a release. */
  readonly action: string;
  readonly apiUrl: string;
  readonly repository: string;
  readonly event: string;
  readonly payload: unknown;
  /** The workflow's own token. */
  readonly token: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a step left behind. */
export interface StepRun {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The reports it wrote, by file name. */
  readonly reports: Readonly<Record<string, string>>;
}

/** Runs the action as a runner does: its own process, inputs and files by the environment, and nothing else of ours. */
export async function runStep(context: StepContext): Promise<StepRun> {
  const folder = mkdtempSync(join(tmpdir(), "runner-"));
  const file = (name: string, text = "") => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const env = {
      PATH: process.env.PATH ?? "",
      HOME: folder,
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: context.apiUrl,
      GITHUB_SERVER_URL: context.apiUrl,
      GITHUB_REPOSITORY: context.repository,
      GITHUB_EVENT_NAME: context.event,
      GITHUB_EVENT_PATH: file("event.json", JSON.stringify(context.payload)),
      GITHUB_RUN_ID: "4711",
      GITHUB_JOB: "judge",
      GITHUB_OUTPUT: file("output"),
      GITHUB_STEP_SUMMARY: file("summary.md"),
      GITHUB_ENV: file("env"),
      RUNNER_TEMP: folder,
      SCHEMA_GATE_SECOND_MS: "1",
      ...inputs(context),
      ...context.env,
    };
    const main = join(context.action, actionFile.runs.main.replace("dist/", ""));
    const { code, log } = await run(process.execPath, [main], env, folder);
    const text = (name: string) => readFileSync(join(folder, name), "utf8");
    if (text("env") !== "") throw new Error(`the action wrote to GITHUB_ENV: ${text("env")}`);
    return { code, log, outputs: readOutputs(text("output")), summary: text("summary.md"), reports: reportsIn(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The action's inputs with their defaults, as the runner puts them into the environment. */
function inputs({ token, with: given = {} }: StepContext): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in actionFile.inputs));
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown.join(", ")}`);
  return Object.fromEntries(
    Object.entries(actionFile.inputs).map(([name, input]) => {
      const value = given[name] ?? (input.default ?? "").replace(/^\$\{\{ github\.token \}\}$/, token);
      return [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value];
    }),
  );
}

/** The outputs in a file of the runner: a line `name=value`, or a name, a delimiter, and lines until the delimiter. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, name, delimiter] = /^([^=]*?)<<(.*)$/.exec(line) ?? [];
    if (name === undefined || delimiter === undefined) {
      if (line !== "") outputs[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
      continue;
    }
    const end = lines.indexOf(delimiter, at + 1);
    outputs[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return outputs;
}

function reportsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const reports = files.filter((name) => /^schema-gate-\w+\/.*\.json$/.test(name));
  return Object.fromEntries(
    reports.map((name) => [name.replace(/^.*\//, ""), readFileSync(join(folder, name), "utf8")]),
  );
}

/** A process, its two outputs as one log. */
export async function run(
  program: string,
  parameters: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<{ readonly code: number | null; readonly log: string }> {
  const child = spawn(program, parameters, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  const note = (part: Buffer) => {
    log += part.toString("utf8");
  };
  child.stdout.on("data", note);
  child.stderr.on("data", note);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, log };
}
