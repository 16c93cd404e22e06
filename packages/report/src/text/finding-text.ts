import { visibleText } from "../escape/visible-text.js";
import type { ReportFinding, UsedWaiver } from "../report.js";
import { labelOf, locationText, placeIn } from "../wording/finding-detail.js";
import { knownReadersPhrase } from "../wording/known-readers-phrase.js";
import { readersPhrase } from "../wording/readers-phrase.js";
import { listSome, shorten } from "../wording/shorten.js";
import type { Colours } from "./colours.js";
import { wrap } from "./wrap.js";

/** How findings are put on the terminal; without a width nothing is wrapped. */
export interface TextStyle {
  readonly colours: Colours;
  readonly width: number;
}

const LONGEST_SENTENCE = 600;
const INDENT = "    ";
const LABEL = 11;

/** A finding in full; `explain` says whether the rule's page is named, which is enough once in a report. */
export function findingInFull(finding: ReportFinding, explain: boolean, style: TextStyle): string {
  const { message, witness, breaks, impact, remedy, waiver, location, rule, id } = finding;
  const readers = knownReadersPhrase(finding, 10);
  const { dim } = style.colours;
  const place = placeIn(finding);
  const where = place === "" ? "" : `${visibleText(shorten(place, LONGEST_SENTENCE))}  `;
  let text = `  ${paintLabel(finding, style.colours)}  ${where}${dim(`${rule} ${id}`)}`;
  text += factLine("", message, style);
  if (breaks.length > 0) text += factLine(impact === "breaking" ? "breaks" : "may break", readersPhrase(breaks), style);
  if (readers !== "") text += factLine("readers", readers, style);
  if (witness !== null) text += factLine("example", witness, style);
  if (waiver !== null) text += factLine("waived", waiverSentence(waiver), style);
  else if (remedy !== "") text += factLine("do", remedy, style);
  if (location !== null) text += factLine("at", locationText(location), style);
  return explain ? text + factLine("why", `schema-diff explain ${rule}`, style) : text;
}

/** A finding on one line. */
export function findingLine(finding: ReportFinding, style: TextStyle): string {
  const message = shorten(finding.message, LONGEST_SENTENCE);
  // Nearly every message names its path.
  const place = message.includes(finding.path) ? "" : `${visibleText(finding.path)}: `;
  return `  ${paintLabel(finding, style.colours)}  ${place}${visibleText(message)}`;
}

/** Findings of one rule in one view on one line. */
export function foldedLine(findings: readonly ReportFinding[], style: TextStyle): string {
  const [first] = findings;
  if (first === undefined) return "";
  const places = visibleText(listSome(findings.map(placeIn), 10));
  return `  ${paintLabel(first, style.colours)}  ${first.rule} (${findings.length}): ${places}`;
}

function factLine(label: string, text: string, { width, colours }: TextStyle): string {
  const shown = visibleText(shorten(text, LONGEST_SENTENCE));
  if (label === "") return `\n${wrap(INDENT + shown, width, INDENT.length)}`;
  const wrapped = wrap(INDENT + label.padEnd(LABEL) + shown, width, INDENT.length + LABEL);
  return `\n${INDENT}${colours.dim(label)}${wrapped.slice(INDENT.length + label.length)}`;
}

function waiverSentence({ owner, ends, reason, file }: UsedWaiver): string {
  return `by ${owner} until ${ends}: ${reason} (${file})`;
}

function paintLabel(finding: ReportFinding, { bold, red, yellow, green, magenta, dim }: Colours): string {
  const label = labelOf(finding);
  if (finding.waiver !== null) return yellow(label);
  if (finding.kind !== "change") return bold(magenta(label));
  if (finding.action === "block") return bold(red(label));
  if (finding.impact === "additive") return green(label);
  return finding.impact === "neutral" ? dim(label) : yellow(label);
}
