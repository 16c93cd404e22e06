import { CommanderError } from "commander";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { program } from "./program.js";

/** Runs one command line. */
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
    // Loaded only now: what tells errors apart knows all file formats, and starting up should not pay for that.
    const { reportError } = await import("./report-error.js");
    return reportError(error, io);
  }
}
