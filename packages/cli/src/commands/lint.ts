import { resolve } from "node:path";
import { lint as lintSide, openSide, policyOfDirectory } from "@schema-gate/gate";
import { type ExitCode, exitCodeOf } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type JudgingOptions, requireAsOf } from "../judging-options.js";
import { printReport } from "../print-report.js";

/** `schema-diff lint [directory]`. */
export async function lint(directory: string, options: Omit<JudgingOptions, "failOn">, io: Io): Promise<ExitCode> {
  const side = await openSide({ kind: "path", path: directory }, io.cwd);
  const policy = await policyOfDirectory(resolve(io.cwd, directory));
  const report = await lintSide({ ...policy, side, asOf: requireAsOf(options) });
  await printReport(report, options.format, io);
  return exitCodeOf(report.verdict);
}
