import type { ReportFinding, UsedWaiver } from "../report.js";
import { locationText, placeIn } from "./finding-detail.js";
import { knownReadersPhrase } from "./known-readers-phrase.js";
import { readersPhrase } from "./readers-phrase.js";
import { shorten } from "./shorten.js";

/** One thing a report says of a finding besides its message; the text may be a stranger's and is not escaped yet. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

const LONGEST_TEXT = 600;
const MOST_READERS = 10;

/** What a finding is and what is done about it: the same in every run on the same two sides. */
export function decisionFacts(finding: ReportFinding): readonly Fact[] {
  const { rule, id, kind, impact, action, view, path, before, after, relation, lossless } = finding;
  const known = before !== null || after !== null;
  return present([
    ["rule", rule],
    ["finding", id],
    impact === null ? ["kind", kind] : ["impact", impact],
    ["action", action],
    ["view", view ?? "the gate itself"],
    ["path", path === "" ? placeIn(finding) : path],
    ["before", known ? (before ?? "(nothing)") : ""],
    ["after", known ? (after ?? "(nothing)") : ""],
    ["type", relation === undefined ? "" : `${relation}${lossless ? ", lossless" : ""}`],
  ]);
}

/** Whom a finding concerns and what to do: what a person reads after its message. */
export function consequenceFacts(finding: ReportFinding): readonly Fact[] {
  const { impact, breaks, witness, remedy, waiver, location } = finding;
  return present([
    [impact === "breaking" ? "breaks" : "may break", readersPhrase(breaks)],
    ["known readers", knownReadersPhrase(finding, MOST_READERS)],
    ["example", witness ?? ""],
    ["what to do", remedy],
    ["waived", waiver === null ? "" : waiverSentence(waiver)],
    ["where", location === null ? "" : locationText(location)],
  ]);
}

/** Everything a report says of a finding besides its message, long texts shortened. */
export function findingFacts(finding: ReportFinding): readonly Fact[] {
  return [...decisionFacts(finding), ...consequenceFacts(finding)];
}

function waiverSentence({ owner, ends, reason, file }: UsedWaiver): string {
  return `by ${owner} until ${ends}: ${reason} (${file})`;
}

function present(facts: readonly (readonly [label: string, text: string])[]): readonly Fact[] {
  return facts.filter(([, text]) => text !== "").map(([label, text]) => ({ label, text: shorten(text, LONGEST_TEXT) }));
}
