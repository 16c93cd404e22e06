import { UserError } from "@schema-gate/contract";
import type { Judgement } from "../judge/judgement.js";

/** Those of `schema-diff`: 1 blocked, 2 wrong usage, 3 could not be asked, told or decided. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The exit code for what was thrown, `null` if nothing was. */
export function exitCodeOfErrors(errors: readonly unknown[]): ExitCode | null {
  if (errors.length === 0) return null;
  return errors.every((error) => error instanceof UserError && error.kind === "usage") ? 2 : 3;
}

/** The exit code that says what was judged, where nothing else does. Only a block fails, and what could not be checked. */
export function exitCodeOf(judgements: readonly Judgement[]): ExitCode {
  if (judgements.some(({ kind }) => kind === "could-not-check")) return 3;
  return judgements.some((each) => each.kind === "judged" && each.report.verdict === "block") ? 1 : 0;
}
