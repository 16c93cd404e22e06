import { isDate, UserError } from "@schema-gate/contract";
import type { FailOn } from "@schema-gate/gate";
import type { Format } from "./formats.js";

/** The options of all commands that end in a verdict, as commander hands them over. */
export interface JudgingOptions {
  readonly format: Format;
  readonly failOn?: Exclude<FailOn, null>;
  readonly asOf: string;
}

/** The day to judge by, checked. */
export function requireAsOf({ asOf: day }: Pick<JudgingOptions, "asOf">): string {
  if (!isDate(day))
    throw new UserError("usage", `--as-of ${JSON.stringify(day)} is not a date; write one like 2026-11-22.`);
  return day;
}
