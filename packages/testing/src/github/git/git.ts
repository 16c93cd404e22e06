import { spawn } from "node:child_process";
import { type GitObject, objectReader } from "./objects.js";

/** What one run of git said. */
export interface GitOutput {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** The real git behind one bare repository. */
export interface Git {
  readonly directory: string;
  object(revision: string): Promise<GitObject | null>;
  /** Runs git and gives what it printed; throws when it fails. */
  run(parameters: readonly string[], input?: string | Buffer, environment?: NodeJS.ProcessEnv): Promise<Buffer>;
  /** As `run`, and a failure is an answer. */
  attempt(parameters: readonly string[], input?: string | Buffer, environment?: NodeJS.ProcessEnv): Promise<GitOutput>;
  /** As `attempt`, remembered: for questions about commits by sha, whose answers never change. */
  ask(parameters: readonly string[]): Promise<GitOutput>;
  /** The text `ask` gets; throws when git fails. */
  remember(parameters: readonly string[]): Promise<string>;
  close(): void;
}

export function gitIn(directory: string): Git {
  const objects = objectReader(directory);
  const remembered = new Map<string, Promise<GitOutput>>();
  const attempt: Git["attempt"] = (parameters, input, environment) => runGit(directory, parameters, input, environment);
  const run: Git["run"] = async (parameters, input, environment) =>
    printed(parameters, await attempt(parameters, input, environment));
  const ask: Git["ask"] = (parameters) => {
    const key = parameters.join("\0");
    const known = remembered.get(key) ?? attempt(parameters);
    remembered.set(key, known);
    return known;
  };
  return {
    directory,
    object: objects.read,
    attempt,
    run,
    ask,
    remember: async (parameters) => printed(parameters, await ask(parameters)).toString("utf8"),
    close: objects.close,
  };
}

function printed(parameters: readonly string[], { status, stdout, stderr }: GitOutput): Buffer {
  if (status !== 0) throw new Error(`git ${parameters.join(" ")} failed with ${status}: ${stderr}`);
  return stdout;
}

function runGit(
  directory: string,
  parameters: readonly string[],
  input: string | Buffer = "",
  environment: NodeJS.ProcessEnv = {},
): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", ["--git-dir", directory, "-c", "core.quotePath=false", ...parameters], {
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", ...environment },
    });
    const stdout: Buffer[] = [];
    let stderr = "";
    child.stdout.on("data", (part: Buffer) => stdout.push(part));
    child.stderr.on("data", (part: Buffer) => {
      stderr += part.toString("utf8");
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status: status ?? -1, stdout: Buffer.concat(stdout), stderr }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
