import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { gitEnvironment, gitOptions } from "./git-environment.js";

/** How a git command ended and what it said; `stderr` holds its first 64 KB. */
export interface GitExit {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git in `cwd` and returns its whole output; for commands whose output is small or a listing. `input` is written to its standard input. */
export async function runGit(cwd: string, args: readonly string[], input = ""): Promise<GitExit> {
  const git = startGit(cwd, args);
  const stderr = headOf(git.stderr);
  const stdout: Buffer[] = [];
  git.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  // A git that stops early closes its input; its exit code and message say why.
  git.stdin.on("error", () => {});
  git.stdin.end(input);
  const code = await new Promise<number>((resolve, reject) => {
    git.on("error", (cause) => reject(notStarted(cwd, cause)));
    git.on("close", (exitCode) => resolve(exitCode ?? -1));
  });
  return { code, stderr: stderr(), stdout: Buffer.concat(stdout).toString() };
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

/** Collects the first 64 KB of what a git says on its standard error. */
export function headOf(stderr: Readable): () => string {
  const chunks: Buffer[] = [];
  stderr.on("data", (chunk: Buffer) => {
    if (chunks.length < 16) chunks.push(chunk.subarray(0, 4096));
  });
  return () => Buffer.concat(chunks).toString();
}

/** Starts git in `cwd`; whoever starts it listens to its errors. */
export function startGit(cwd: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  if (args.some((arg) => arg.includes("\0"))) {
    throw new UserError("usage", "A revision or path for git cannot hold a NUL character.");
  }
  return spawn("git", [...gitOptions, ...args], { cwd, env: gitEnvironment(process.env), windowsHide: true });
}

/** What to say when git could not be started. */
export function notStarted(cwd: string, cause: Error): UserError {
  const reason =
    "code" in cause && cause.code === "ENOENT" ? "git is not installed, or the directory is gone" : cause.message;
  return new UserError("unreachable", `Cannot run git in ${shown(cwd)}: ${reason}.`, { cause });
}
