import { codeSpan, renderMarkdown, shorten } from "@schema-gate/report";
import type { Approvals } from "../judge/approvals.js";
import type { Judgement, Verdict } from "../judge/judgement.js";
import { titleOf } from "./conclusion.js";

/** Room for a text: its most bytes, and where the whole report stands, if anywhere. */
export interface Room {
  readonly bytes: number;
  readonly link: string | null;
}

const LONGEST_REASON = 4000;
const MOST_LINES = 20;
const MOST_NAMES = 20;

/**
 * A judgement as Markdown that is no longer than there is room for; `before` and `after` are lines around it. GitHub says
 * characters and has refused bytes: what fits in bytes fits both ways.
 */
export function bodyOf(judgement: Judgement, { bytes, link }: Room, before: string, after: string): string {
  const frame = (body: string) => `${before}${body}${after}`;
  if (judgement.kind === "could-not-check") return frame(couldNotCheck(judgement.reason));
  const approvals = approvalLines(judgement);
  const reserve = frame(approvals).length;
  for (let maxLength = bytes; ; maxLength = Math.floor(maxLength * 0.8)) {
    const options = { maxLength, reserve, ...(link === null ? {} : { link }) };
    const text = frame(`${renderMarkdown(judgement.report, options)}${approvals}`);
    if (Buffer.byteLength(text) <= bytes) return text;
  }
}

/** Judgements of other pull requests that end in the same commit, a line for each. */
export function otherLines(others: readonly Judgement[]): string {
  if (others.length === 0) return "";
  const lines = others.slice(0, MOST_LINES).map((other) => `- #${other.pullRequest.number}: ${titleOf(other)}\n`);
  const more = others.length > MOST_LINES ? `- and ${others.length - MOST_LINES} more\n` : "";
  return `\nOther pull requests with this commit:\n\n${lines.join("")}${more}`;
}

function couldNotCheck(reason: string): string {
  // A line for each problem of a file.
  const lines = shorten(reason, LONGEST_REASON).split("\n").slice(0, MOST_LINES).map(codeSpan);
  return `## Schema Gate: could not check\n\nThis is not a verdict, and not a pass.\n\n${lines.join("\n\n")}\n`;
}

/** Where something waits for approvals: which of them count, and why others do not. */
function approvalLines({ report, approvals, pullRequest }: Verdict): string {
  const waits = report.findings.some(({ action, rule }) => action === "acknowledge" || rule === "policy-edited");
  if (!waits) return "";
  const counted = names(approvals.counted);
  const said = counted === "" ? "none" : counted;
  const lines = [`Approvals of ${codeSpan(pullRequest.head)} that count: ${said}.`, ...uncountedLines(approvals)];
  return `\n${lines.join("\n")}\n`;
}

const why = {
  "an older commit": "they approved an older commit",
  dismissed: "their review was dismissed",
  "an author": "they wrote some of it",
  "no person": "they are no person",
  withdrawn: "they ask for changes",
} as const;

function uncountedLines({ uncounted }: Approvals): readonly string[] {
  return Object.entries(why).flatMap(([reason, phrase]) => {
    const logins = uncounted.filter((each) => each.reason === reason).map(({ login }) => login);
    return logins.length === 0 ? [] : [`Not counted, for ${phrase}: ${names(logins)}.`];
  });
}

function names(logins: readonly string[]): string {
  const shown = logins.slice(0, MOST_NAMES).map(codeSpan).join(", ");
  const more = logins.length - MOST_NAMES;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
