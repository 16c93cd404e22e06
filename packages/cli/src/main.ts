import { UserError } from "@schema-gate/contract";
import { visibleText } from "@schema-gate/report";
import { CommanderError } from "commander";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { program } from "./program.js";

/** Runs one command line. The only place that turns errors into exit codes. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.pass;
  const setExitCode = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    await program(io, setExitCode).parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.usage;
    if (!(error instanceof UserError)) return defect(error, io);
    io.err.write(`schema-diff: ${printable(error.message)}\n`);
    return error.kind === "usage" ? exitCodes.usage : exitCodes.unreachable;
  }
}

/** A defect of ours must not look like a verdict: neither passed nor blocked, but could not check. */
function defect(error: unknown, io: Io): ExitCode {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err.write(`schema-diff: this is a defect of Schema Gate, nothing was decided.\n${printable(text)}\n`);
  return exitCodes.unreachable;
}

/** Messages quote names and texts of strangers, which must not steer the terminal. */
function printable(text: string): string {
  return text.split("\n").map(visibleText).join("\n");
}
