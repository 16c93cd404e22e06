import { type Report, type ReportFinding, shorten, visibleText } from "@schema-gate/report";
import type { Annotation } from "../github/publishing.js";

/** More than anybody reads; each further 50 are another request. */
const MOST = 500;
const LONGEST_TITLE = 200;
const LONGEST_SENTENCE = 2000;

const levels: Readonly<Record<ReportFinding["action"], Annotation["level"]>> = {
  block: "failure",
  acknowledge: "warning",
  warn: "warning",
  allow: "notice",
};
const order: readonly ReportFinding["action"][] = ["block", "acknowledge", "warn"];

/** The annotations of a report, and in a sentence what is not among them; `null` if nothing is missing. */
export interface Annotations {
  readonly shown: readonly Annotation[];
  readonly missing: string | null;
}

/** A remark at the place of each finding that does more than pass, blocking ones first. */
export function annotationsOf({ findings }: Report): Annotations {
  const worthIt = order.flatMap((action) => findings.filter((finding) => finding.action === action));
  const placed = worthIt.flatMap((finding) => annotationOf(finding) ?? []);
  const shown = placed.slice(0, MOST);
  return { shown, missing: missingPhrase(worthIt.length, placed.length, shown.length) };
}

function annotationOf({
  location,
  action,
  rule,
  path,
  view,
  message,
  remedy,
  waiver,
}: ReportFinding): Annotation | null {
  if (location === null) return null;
  const advice = waiver === null ? remedy : `Waived until ${waiver.ends} by ${waiver.owner}.`;
  const about = path === "" ? (view ?? "") : path;
  return {
    path: location.file,
    startLine: location.line,
    endLine: location.endLine,
    level: waiver === null ? levels[action] : "notice",
    title: plain(`${rule}: ${about}`, LONGEST_TITLE),
    message: [message, advice]
      .filter((text) => text !== "")
      .map((text) => plain(text, LONGEST_SENTENCE))
      .join("\n\n"),
  };
}

/** GitHub shows annotations as plain text; what nobody sees is made visible there too. */
function plain(text: string, longest: number): string {
  return shorten(visibleText(shorten(text, longest)), longest);
}

function missingPhrase(all: number, placed: number, shown: number): string | null {
  if (shown === all) return null;
  const beyond = placed === shown ? "" : ` (of ${MOST} at most)`;
  const nowhere = placed === all ? "" : `; ${all - placed} of them without a place in a file`;
  return `${shown} of ${all} findings that block, wait or warn are annotated${beyond}${nowhere}.`;
}
