import { fileUri } from "../escape/file-uri.js";
import { sarifMessage } from "../escape/sarif-message.js";
import type { Location, ReportFinding, UsedWaiver } from "../report.js";
import { readersPhrase } from "../wording/readers-phrase.js";
import { shorten } from "../wording/shorten.js";
import { levelOf } from "./sarif-rule.js";

const LONGEST_TEXT = 600;

/** A finding as a SARIF result; `ruleIndex` is its rule's place in the list, `place` where it is shown. */
export function sarifResult(finding: ReportFinding, ruleIndex: number, place: Place): object {
  const { id, rule, waiver } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf(finding),
    message: { text: messageOf(finding) },
    locations: [physical(place)],
    // GitHub tells alerts apart by the second alone, and by the text of their line where it is missing: several columns
    // removed above one line would be one alert.
    partialFingerprints: { "schemaGate/v1": id, primaryLocationLineHash: `${id}:1` },
    // All results of a run have this or none: without it a viewer cannot know.
    suppressions: waiver === null ? [] : [suppression(waiver)],
    properties: exactFacts(finding),
  };
}

/** Lines of a file, counted from 1. */
export type Place = Pick<Location, "file" | "line" | "endLine">;

function physical({ file, line, endLine }: Place): object {
  const uri = fileUri(file);
  const base = uri.startsWith("file:") ? {} : { uriBaseId: "%SRCROOT%" };
  return { physicalLocation: { artifactLocation: { uri, ...base }, region: { startLine: line, endLine } } };
}

function messageOf({ message, breaks, impact, remedy, waiver }: ReportFinding): string {
  const sentences = [
    shorten(message, LONGEST_TEXT),
    breaks.length === 0 ? "" : `${impact === "breaking" ? "Breaks" : "May break"}: ${readersPhrase(breaks)}.`,
    waiver === null ? shorten(remedy, LONGEST_TEXT) : `Waived until ${waiver.ends}.`,
  ];
  return sentences
    .filter((sentence) => sentence !== "")
    .map(sarifMessage)
    .join("\n");
}

/** A waiver is a file of its own beside what it covers, approved before it counts. */
function suppression({ file, owner, reason, ends }: UsedWaiver): object {
  const justification = sarifMessage(shorten(`By ${owner} until ${ends}: ${reason}`, LONGEST_TEXT));
  const location = physical({ file, line: 1, endLine: 1 });
  return { kind: "external", status: "accepted", justification, location, properties: { file, owner, reason, ends } };
}

/** What programs read: as the report says it, nothing shortened. */
function exactFacts(finding: ReportFinding): object {
  const { kind, impact, action, view, path, before, after, relation, lossless } = finding;
  const { breaks, message, remedy, witness, readers, queries } = finding;
  // `relation`, `lossless` and `queries` are left out of the text when undefined.
  return {
    kind,
    impact,
    action,
    view,
    path,
    before,
    after,
    relation,
    lossless,
    breaks,
    message,
    remedy,
    witness,
    readers,
    queries,
  };
}
