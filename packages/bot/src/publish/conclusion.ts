import { amount, countBlocking, type Report, type ReportFinding } from "@schema-gate/report";
import type { Conclusion } from "../github/publishing.js";
import type { Judgement } from "../judge/judgement.js";

/** From the mildest to the worst. */
const RANKS = ["pass", "warn", "acknowledge", "block", "could-not-check"] as const;
type Rank = (typeof RANKS)[number];

const conclusions: Readonly<Record<Rank, Conclusion>> = {
  pass: "success",
  warn: "neutral",
  acknowledge: "action_required",
  block: "failure",
  "could-not-check": "failure",
};

/** How a judgement stands at GitHub. */
export function conclusionOf(judgement: Judgement): Conclusion {
  return conclusions[rankOf(judgement)];
}

/** A judgement in a few words, with the exact number of findings that block. */
export function titleOf(judgement: Judgement): string {
  if (judgement.kind === "could-not-check") return "Could not check";
  const { verdict, findings } = judgement.report;
  const blocking = amount(countBlocking(findings), "blocking finding");
  const said = `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}: ${blocking}`;
  return verdict === "acknowledge" ? `${said}, ${waiting(findings)}` : said;
}

/** The judgement a commit stands by: the worst of those on the pull requests that end in it, the first of equals. */
export function worstOf(judgements: readonly [Judgement, ...Judgement[]]): Judgement {
  return judgements.reduce((worst, each) => (isWorse(rankOf(each), rankOf(worst)) ? each : worst));
}

function isWorse(one: Rank, other: Rank): boolean {
  return RANKS.indexOf(one) > RANKS.indexOf(other);
}

function rankOf(judgement: Judgement): Rank {
  return judgement.kind === "judged" ? judgement.report.verdict : judgement.kind;
}

function waiting(findings: Report["findings"]): string {
  const open = findings.filter(({ action }: ReportFinding) => action === "acknowledge").length;
  return `${open} for an owner to acknowledge`;
}
