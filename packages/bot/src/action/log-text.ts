import { UserError } from "@schema-gate/contract";
import { visibleText } from "@schema-gate/report";

/** A text for the log, whose lines the runner would obey if they were commands. */
export function logText(text: string): string {
  return text.split("\n").map(visibleText).join("\n");
}

/** What an error says to whoever reads the log: a defect says all it can. */
export function textOf(error: unknown): string {
  if (error instanceof UserError) return `Schema Gate: ${error.message}`;
  return `Schema Gate: this is a defect, nothing was decided.\n${(error as Error)?.stack ?? String(error)}`;
}

/** What an error says in public. */
export function sentenceOf(error: unknown): string {
  return error instanceof UserError ? error.message : "Schema Gate itself failed; the log says why.";
}
