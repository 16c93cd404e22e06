import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { gitEnvironment, gitOptions } from "./git-environment.js";

/** How a git command ended; `stderr` holds its first 64 KB. */
export interface GitExit {
  readonly code: number;
  readonly stderr: string;
}

/** Runs git in `cwd` and hands on its output as it comes. `input` is written to its standard input. */
export async function streamGit(
  cwd: string,
  args: readonly string[],
  onOutput: (chunk: Buffer) => void,
  input: Iterable<string> = [],
): Promise<GitExit> {
  const git = start(cwd, args);
  const stderr: Buffer[] = [];
  git.stderr.on("data", (chunk: Buffer) => {
    if (stderr.length < 16) stderr.push(chunk.subarray(0, 4096));
  });
  // A git that stops early closes its input; its exit code and message say why.
  git.stdin.on("error", () => {});
  git.stdin.end([...input].join(""));
  const code = await new Promise<number>((resolve, reject) => {
    git.stdout.on("data", (chunk: Buffer) => {
      try {
        onOutput(chunk);
      } catch (error) {
        git.kill();
        reject(error);
      }
    });
    git.on("error", (cause) => reject(notStarted(cwd, cause)));
    git.on("close", (exitCode) => resolve(exitCode ?? -1));
  });
  return { code, stderr: Buffer.concat(stderr).toString() };
}

/** Runs git in `cwd` and returns its whole output; for commands whose output is small or a listing. */
export async function runGit(cwd: string, args: readonly string[]): Promise<GitExit & { readonly stdout: string }> {
  const chunks: Buffer[] = [];
  const exit = await streamGit(cwd, args, (chunk) => chunks.push(chunk));
  return { ...exit, stdout: Buffer.concat(chunks).toString() };
}

/** The output of a git command that has no reason to fail. */
export async function askGit(cwd: string, args: readonly string[]): Promise<string> {
  const { code, stderr, stdout } = await runGit(cwd, args);
  if (code !== 0) throw gitFailed(args, stderr);
  return stdout;
}

/** What to say when git itself could not answer; `args` may begin with options `-c key=value`. */
export function gitFailed(args: readonly string[], stderr: string): UserError {
  const command = args.find((arg, at) => arg !== "-c" && args[at - 1] !== "-c");
  return new UserError("unreachable", `git ${command} failed: ${shown(stderr.trim(), 2000)}`);
}

function start(cwd: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  if (args.some((arg) => arg.includes("\0"))) {
    throw new UserError("usage", "A revision or path for git cannot hold a NUL character.");
  }
  return spawn("git", [...gitOptions, ...args], { cwd, env: gitEnvironment(process.env), windowsHide: true });
}

function notStarted(cwd: string, cause: Error): UserError {
  const reason =
    "code" in cause && cause.code === "ENOENT" ? "git is not installed, or the directory is gone" : cause.message;
  return new UserError("unreachable", `Cannot run git in ${shown(cwd)}: ${reason}.`, { cause });
}
