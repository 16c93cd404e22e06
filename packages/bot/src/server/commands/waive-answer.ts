import { addPeriod, printWaiver } from "@schema-gate/contract";
import { isAboutGate, WAIVERS_FOLDER } from "@schema-gate/gate";
import type { Judgement } from "../../judge/judgement.js";
import { fenced } from "./fenced.js";
import { findFinding } from "./find-finding.js";

/** Bytes: GitHub takes 65,536 characters, and has refused bytes; the rest is for marker and sentences. */
const LONGEST_FILE = 60_000;
/** A waiver is offered for a quarter of a year; a year is the most that counts. */
const OFFERED = "P3M";

/** Answers `/schema-gate waive <finding>` with the file to commit: whoever wants it commits it, and leads approve it. */
export function waiveAnswer(
  id: string,
  judged: Judgement,
  asked: { readonly login: string; readonly today: string },
): string {
  const finding = findFinding(id, judged);
  if (typeof finding === "string") return finding;
  const { rule, view, path, before, after, waiver, action } = finding;
  if (isAboutGate(finding) || view === null || view === "")
    return `\`${id}\` is about the gate itself, which no waiver lets through; mend what it says.`;
  if (waiver !== null) return `\`${id}\` is waived already.`;
  if (action === "allow") return `\`${id}\` is allowed as it is; it needs no waiver.`;
  const text = printWaiver({
    formatVersion: 1,
    finding: id,
    rule,
    view,
    path,
    before,
    after,
    owner: asked.login,
    reason: "Say here why readers may break.",
    ends: addPeriod(asked.today, OFFERED),
  });
  if (Buffer.byteLength(text) > LONGEST_FILE)
    return `The waiver of \`${id}\` is too long for a comment; \`schema-diff waive ${id}\` writes it.`;
  return [
    `Commit this as \`${WAIVERS_FOLDER}/${id}.yaml\`, with your reason in it. It counts once the leads have approved it.`,
    "",
    fenced(text, "yaml"),
  ].join("\n");
}
