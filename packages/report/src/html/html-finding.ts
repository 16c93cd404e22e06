import { htmlText } from "../escape/markup-text.js";
import type { ReportFinding } from "../report.js";
import { labelOf, placeIn } from "../wording/finding-detail.js";
import { consequenceFacts, decisionFacts } from "../wording/finding-facts.js";
import { shorten } from "../wording/shorten.js";

const LONGEST_MESSAGE = 600;
const LONGEST_LINE = 200;

/** What the columns of the two rows below hold. */
export const fullColumns = ["Decision", "Path", "Finding"] as const;
export const lineColumns = ["Decision", "Path", "Finding", "Rule"] as const;

/** Facts that are names, types or queries, which read best letter by letter. */
const codeFacts = new Set(["rule", "finding", "before", "after", "example", "known readers", "where"]);

/** A stranger's text as code, on a line of its own direction. */
export function htmlCode(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

/** A finding in full, as a row of a table. */
export function findingRow(finding: ReportFinding): string {
  // The view is what the table is about, and the path has a column.
  const decided = decisionFacts(finding).filter(({ label }) => label !== "view" && label !== "path");
  const facts = [...consequenceFacts(finding), ...decided].map(({ label, text }) => {
    const shown = codeFacts.has(label) ? htmlCode(text) : htmlText(text);
    return `<dt>${label}</dt><dd>${shown}</dd>`;
  });
  const message = `<p>${htmlText(shorten(finding.message, LONGEST_MESSAGE))}</p>`;
  return row(finding, [pathCell(finding, LONGEST_MESSAGE), `${message}<dl>${facts.join("")}</dl>`]);
}

/** A finding on one line of a table. */
export function findingLine(finding: ReportFinding): string {
  const message = htmlText(shorten(finding.message, LONGEST_LINE));
  return row(finding, [pathCell(finding, LONGEST_LINE), message, htmlCode(`${finding.rule} ${finding.id}`)]);
}

function pathCell(finding: ReportFinding, longest: number): string {
  const place = shorten(placeIn(finding), longest);
  return finding.path === "" ? place : htmlCode(place);
}

function row(finding: ReportFinding, cells: readonly string[]): string {
  const look = finding.action === "allow" ? "quiet" : finding.action;
  const head = `<th scope="row" class="${look}">${labelOf(finding)}</th>`;
  return `<tr>${head}${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
