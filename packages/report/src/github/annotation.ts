import { visibleText } from "../escape/visible-text.js";
import { type WorkflowCommand, workflowCommand } from "../escape/workflow-command.js";
import type { ReportFinding } from "../report.js";
import { labelOf, placeIn } from "../wording/finding-detail.js";
import { findingFacts } from "../wording/finding-facts.js";
import { shorten } from "../wording/shorten.js";

const LONGEST_MESSAGE = 600;
const LONGEST_PATH = 100;

/** How GitHub shows a finding: what blocks is an error, what asks for nothing a notice. */
export function annotationLevel({ action }: ReportFinding): WorkflowCommand["name"] {
  if (action === "block") return "error";
  return action === "allow" ? "notice" : "warning";
}

/** A finding as the command that makes an annotation of it, at its place where it has one. */
export function annotation(finding: ReportFinding): string {
  const { location, rule } = finding;
  const place = placeIn(finding);
  const title = `${labelOf(finding)}: ${rule}${place === "" ? "" : ` at ${shorten(place, LONGEST_PATH)}`}`;
  const where =
    location === null
      ? {}
      : { file: visibleText(location.file), line: String(location.line), endLine: String(location.endLine) };
  return workflowCommand({
    name: annotationLevel(finding),
    properties: { ...where, title: visibleText(title) },
    message: visibleLines(finding).join("\n"),
  });
}

/** A finding that gets no annotation, as lines of the log. */
export function logLines(finding: ReportFinding): readonly string[] {
  const [message = "", ...facts] = visibleLines(finding);
  return [`- ${labelOf(finding)}: ${message}`, ...facts.map((fact) => `    ${fact}`)];
}

function visibleLines(finding: ReportFinding): readonly string[] {
  const facts = findingFacts(finding).map(({ label, text }) => `${label}: ${text}`);
  return [shorten(finding.message, LONGEST_MESSAGE), ...facts].map(visibleText);
}
