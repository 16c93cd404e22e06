import { judge, type Policy, type Sides } from "@schema-gate/gate";
import type { Report } from "@schema-gate/report";
import type { Io } from "./io.js";
import type { JudgingOptions } from "./judging-options.js";
import { withProgress } from "./progress.js";
import { readersHere } from "./readers-here.js";

/** The verdict on two sides that were named or read, and so have no base branch that would tell release days. */
export async function judgeSides(
  policy: Policy,
  sides: Sides,
  options: JudgingOptions,
  mode: "diff" | "check",
  io: Io,
): Promise<Report> {
  return withProgress(io, "Comparing views", (onProgress) =>
    judge({
      ...policy,
      ...sides,
      asOf: options.asOf,
      planned: false,
      failOn: options.failOn ?? null,
      mode,
      openReaders: async () => readersHere(policy, io),
      onProgress,
    }),
  );
}
