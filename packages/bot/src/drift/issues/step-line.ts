import { visibleText } from "@schema-gate/report";
import type { Step } from "./step.js";

/** What was done, in a line for the log. */
export function stepLine(step: Step): string {
  const issue = step.kind === "open" ? "an issue" : `issue #${step.issue.number}`;
  return `${step.kind} ${issue}: ${visibleText(step.text.title)}`;
}
