import { check as checkBranch, SNAPSHOTS_FOLDER } from "@schema-gate/gate";
import { type ExitCode, exitCodeOf } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type JudgingOptions, requireAsOf } from "../judging-options.js";
import { printReport } from "../print-report.js";
import { withProgress } from "../progress.js";

interface CheckOptions extends JudgingOptions {
  readonly base?: string;
  readonly head?: string;
  readonly policy?: string;
  readonly approvedBy?: readonly string[];
}

/** `schema-diff check`. */
export async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  const { report, base, isInBase } = await withProgress(io, "Comparing views", (onProgress) =>
    checkBranch({
      directory: io.cwd,
      base: options.base ?? null,
      head: options.head ?? null,
      policyRevision: options.policy ?? null,
      folder: SNAPSHOTS_FOLDER,
      asOf: requireAsOf(options),
      approvals: options.approvedBy ?? [],
      failOn: options.failOn ?? null,
      onProgress,
    }),
  );
  if (base.isDefault) io.err.write(`Base: ${base.revision} (${base.commit.slice(0, 12)}); --base names another.\n`);
  if (isInBase && report.compared.changed === 0) {
    io.err.write(`${base.revision} holds ${options.head ?? "HEAD"} already: there was no change to judge.\n`);
  }
  await printReport(report, options.format, io);
  return exitCodeOf(report.verdict);
}
