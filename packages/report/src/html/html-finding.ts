import { htmlText } from "../escape/markup-text.js";
import type { ReportFinding } from "../report.js";
import { labelOf, placeIn } from "../wording/finding-detail.js";
import { consequenceFacts, decisionFacts } from "../wording/finding-facts.js";
import { shorten } from "../wording/shorten.js";

const LONGEST_MESSAGE = 600;
const LONGEST_LINE = 200;

/** What the columns of the two rows below hold. */
export const fullColumns = ["Decision", "Path", "Before", "After", "Finding"] as const;
export const lineColumns = ["Decision", "Path", "Finding", "Rule"] as const;

/** A stranger's text as code, on a line of its own direction. */
export function htmlCode(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

/** A finding in full, as a row of a table. */
export function findingRow(finding: ReportFinding): string {
  const named = new Map(decisionFacts(finding).map(({ label, text }) => [label, text]));
  const code = (label: string) => (named.has(label) ? htmlCode(named.get(label) ?? "") : "");
  const message = `<p>${htmlText(shorten(finding.message, LONGEST_MESSAGE))}</p>`;
  const facts = consequenceFacts(finding).map(({ label, text }) => `<dt>${label}</dt><dd>${htmlText(text)}</dd>`);
  const known = ["type", "impact", "action", "rule", "finding"].filter((label) => named.has(label));
  const names = known.map((label) => `<dt>${label}</dt><dd>${code(label)}</dd>`);
  const cells = [code("path"), code("before"), code("after"), `${message}<dl>${[...facts, ...names].join("")}</dl>`];
  return row(finding, cells);
}

/** A finding on one line of a table. */
export function findingLine(finding: ReportFinding): string {
  const place = placeIn(finding);
  const path = place === "" ? "" : htmlCode(shorten(place, LONGEST_LINE));
  return row(finding, [
    path,
    htmlText(shorten(finding.message, LONGEST_LINE)),
    htmlCode(`${finding.rule} ${finding.id}`),
  ]);
}

function row(finding: ReportFinding, cells: readonly string[]): string {
  const look = finding.action === "allow" ? "quiet" : finding.action;
  const head = `<th scope="row" class="${look}">${labelOf(finding)}</th>`;
  return `<tr>${head}${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
