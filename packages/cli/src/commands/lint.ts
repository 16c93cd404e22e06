import { statSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "@schema-gate/contract";
import { lint as lintSide, openSide, policyOfDirectory } from "@schema-gate/gate";
import { type ExitCode, exitCodeOf } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type JudgingOptions, requireAsOf } from "../judging-options.js";
import { printReport } from "../print-report.js";

/** `schema-diff lint [directory]`. */
export async function lint(directory: string, options: Omit<JudgingOptions, "failOn">, io: Io): Promise<ExitCode> {
  if (!statSync(resolve(io.cwd, directory), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError(
      "usage",
      `There is no directory ${JSON.stringify(directory)}; name one with schemas/ or snapshots/.`,
    );
  }
  const side = await openSide({ kind: "path", path: directory }, io.cwd);
  const policy = await policyOfDirectory(resolve(io.cwd, directory));
  const report = await lintSide({ ...policy, side, asOf: requireAsOf(options) });
  await printReport(report, options.format, io);
  return exitCodeOf(report.verdict);
}
