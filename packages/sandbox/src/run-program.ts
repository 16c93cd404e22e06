import { execFile } from "node:child_process";

/** How a program ended: `code` is `null` when it could not be started at all or was ended by a signal. */
export interface ProgramResult {
  readonly code: number | null;
  /** Standard output and standard error, one after the other. */
  readonly output: string;
}

/** Runs a short-lived program to its end; never throws, so that "not installed" and "failed" are answers. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly timeoutSeconds?: number } = {},
): Promise<ProgramResult> {
  const settings = { cwd: options.cwd, timeout: (options.timeoutSeconds ?? 30) * 1000, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(command, args, settings, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      const reason = error !== null && code === null ? `${error.message}\n` : "";
      resolve({ code, output: reason + stdout + stderr });
    });
  });
}
