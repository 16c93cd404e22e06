import { codeSpan } from "../escape/code-span.js";
import { markdownProse } from "../escape/markdown-prose.js";
import type { ReportFinding, UsedWaiver } from "../report.js";
import { labelOf, locationText } from "../wording/finding-detail.js";
import { knownReadersPhrase } from "../wording/known-readers-phrase.js";
import { readersPhrase } from "../wording/readers-phrase.js";
import { listSome, shorten } from "../wording/shorten.js";

const LONGEST_SENTENCE = 600;
const LONGEST_LINE = 200;
const MOST_NAMES = 10;

/** A finding in full, as an item of a list with a list of its own. */
export function findingInFull(finding: ReportFinding): string {
  const { breaks, impact, witness, remedy, waiver, location } = finding;
  const readers = knownReadersPhrase(finding, MOST_NAMES, shortCode);
  const facts = [
    breaks.length === 0 ? "" : `${impact === "breaking" ? "Breaks" : "May break"}: ${readersPhrase(breaks)}`,
    witness === null ? "" : `Example: ${codeSpan(shorten(witness, LONGEST_SENTENCE))}`,
    readers === "" ? "" : `Known readers: ${readers}`,
    waiver === null && remedy !== "" ? `What to do: ${sentence(remedy, finding, LONGEST_SENTENCE)}` : "",
    waiver === null ? "" : waiverSentence(waiver),
    location === null ? "" : `Where: ${codeSpan(locationText(location))}`,
    `Rule: ${codeSpan(finding.rule)}, finding ${codeSpan(finding.id)}`,
  ];
  const items = facts.filter((fact) => fact !== "").map((fact) => `  - ${fact}`);
  return [`${itemStart(finding)}${sentence(finding.message, finding, LONGEST_SENTENCE)}`, ...items].join("\n");
}

/** A finding on one line. */
export function findingLine(finding: ReportFinding): string {
  const { message, rule, waiver } = finding;
  const until = waiver === null ? "" : `, waived until ${codeSpan(waiver.ends)}`;
  return `${itemStart(finding)}${sentence(message, finding, LONGEST_LINE)} (${codeSpan(rule)}${until})`;
}

/** Findings of one rule in one view on one line. */
export function foldedLine(findings: readonly ReportFinding[]): string {
  const [first] = findings;
  if (first === undefined) return "";
  return `- ${labelOf(first)}: ${codeSpan(first.rule)} (${findings.length}): ${listSome(findings.map(pathOrView), MOST_NAMES)}`;
}

function itemStart(finding: ReportFinding): string {
  const label = finding.action === "block" ? `**${labelOf(finding)}**` : labelOf(finding);
  // Nearly every message names its path.
  const isNamed = finding.message.slice(0, LONGEST_LINE).includes(finding.path);
  return `- ${label}${isNamed ? "" : ` ${shortCode(finding.path)}`}: `;
}

function waiverSentence({ owner, ends, reason, file }: UsedWaiver): string {
  const why = markdownProse(shorten(reason, LONGEST_SENTENCE), []);
  return `Waived by ${codeSpan(owner)} until ${codeSpan(ends)}: ${why} (${codeSpan(file)})`;
}

/** Names a sentence is known to hold become code as a whole, so that types with spaces in them are not torn apart. */
function sentence(text: string, { view, path, before, after }: ReportFinding, longest: number): string {
  const shown = shorten(text, longest);
  const names = [view, path, before, after].filter((name) => name !== null);
  const whole = names.filter((name) => name.length <= longest);
  if (shown === text) return markdownProse(text, whole);
  const end = shown.lastIndexOf(" … (");
  return markdownProse(shown, [...whole, ...names.map((name) => cutOff(text, name, end))]);
}

/** What is left of a name where a text ends before the name does. */
function cutOff(text: string, name: string, end: number): string {
  const start = text.lastIndexOf(name, end - 1);
  return start >= 0 && start + name.length > end ? text.slice(start, end) : "";
}

function pathOrView({ path }: ReportFinding): string {
  return path === "" ? "the view itself" : shortCode(path);
}

function shortCode(name: string): string {
  return codeSpan(shorten(name, LONGEST_LINE));
}
