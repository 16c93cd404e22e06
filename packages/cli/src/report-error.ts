import { UserError } from "@schema-gate/contract";
import { visibleText } from "@schema-gate/report";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { OutputError } from "./output-error.js";

/** Says what went wrong and gives the exit code for it. The only place that turns errors into exit codes. */
export function reportError(error: unknown, io: Io): ExitCode {
  if (error instanceof OutputError) return reportUnsaid(error, io);
  if (!(error instanceof UserError)) return reportDefect(error, io);
  io.err.write(`schema-diff: ${printable(error.message)}\n`);
  return error.kind === "usage" ? exitCodes.usage : exitCodes.unreachable;
}

/** What nobody could read was not decided, whatever it was. */
function reportUnsaid(error: OutputError, io: Io): ExitCode {
  io.err.write(`schema-diff: Cannot write to standard output: ${printable(error.message)}. Write it somewhere else.\n`);
  return exitCodes.unreachable;
}

/** A defect of ours must not look like a verdict: neither passed nor blocked, but could not check. */
function reportDefect(error: unknown, io: Io): ExitCode {
  const text = (error as Error)?.stack ?? String(error);
  io.err.write(`schema-diff: this is a defect of Schema Gate, nothing was decided.\n${printable(text)}\n`);
  return exitCodes.unreachable;
}

/** Messages quote names and texts of strangers, which must not steer the terminal. */
function printable(text: string): string {
  return text.split("\n").map(visibleText).join("\n");
}
