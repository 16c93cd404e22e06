import type { IssueText } from "../../github/issues.js";
import { isWorse, type ViewDrift, type WorstImpact, worstOf } from "../view-drift.js";
import { dissolvedText, driftText, duplicateText, manyText, settledText, type Told } from "./issue-text.js";
import { encodeLabel, type KeptIssue, type Marker, type Subject, subjectOf } from "./marker.js";
import type { OnceComment, Step } from "./step.js";

/** What a night found, and how it is told. */
export interface Night extends Told {
  readonly drifts: ReadonlyMap<string, ViewDrift>;
  /** Where more views than this would get an issue opened, they get one together. */
  readonly mostIssues: number;
}

type Firsts = ReadonlyMap<string, KeptIssue>;

/** The issue that tells of many views. */
const MANY = subjectOf("");

/** What has to be done to the issues that we keep, so that they say what the night found. */
export function planIssues(night: Night, kept: readonly KeptIssue[]): readonly Step[] {
  const firsts: Firsts = new Map(kept.toReversed().map((each) => [each.key, each]));
  const drifting = [...night.drifts.values()].filter(({ standing }) => standing === "drifting");
  const isOpened = (drift: ViewDrift) => needsOpening(drift.worst, firsts.get(subjectOf(drift.label).key));
  const opened = drifting.filter(isOpened);
  const many = new Set(opened.length > night.mostIssues ? opened : []);
  const single = drifting.filter((drift) => !many.has(drift));
  return [
    ...closeDuplicates(night, kept, firsts),
    ...single.flatMap((drift) => tellOfView(night, drift, firsts)),
    ...tellOfMany(night, [...many], firsts),
    ...settleOthers(
      night,
      kept.filter((each) => firsts.get(each.key) === each),
    ),
  ];
}

/** Two runs at once, or an answer that got lost, may have opened a second issue of a view: the first one stays. */
function closeDuplicates({ report }: Night, kept: readonly KeptIssue[], firsts: Firsts): readonly Step[] {
  return kept.flatMap((each) => {
    const first = firsts.get(each.key);
    if (first === undefined || first === each || each.issue.closedAs === "duplicate") return [];
    return step("close", each, duplicateText(each, first, { ...each, worst: "none", asOf: report.compared.asOf }));
  });
}

/** Whether an issue would be opened, that is people be told; one they closed as not planned stays so until it gets worse. */
function needsOpening(worst: WorstImpact, first: KeptIssue | undefined): boolean {
  if (first === undefined) return true;
  const { closedAs } = first.issue;
  return closedAs !== null && (closedAs !== "not_planned" || isWorse(worst, first.worst));
}

function tellOfView(night: Night, drift: ViewDrift, firsts: Firsts): readonly Step[] {
  const subject = subjectOf(drift.label);
  return tell(night, subject, drift.worst, firsts, (marker) => driftText(night, drift, marker));
}

function tellOfMany(night: Night, views: readonly ViewDrift[], firsts: Firsts): readonly Step[] {
  const first = firsts.get(MANY.key);
  if (views.length > 0) {
    const worst = worstOf(views.flatMap(({ findings }) => findings));
    return tell(night, MANY, worst, firsts, (marker) => manyText(night, views, marker));
  }
  if (first === undefined || first.issue.closedAs !== null) return [];
  // One that nobody could look at may be among those it tells of.
  const { unseen } = night.report.compared.covered;
  if (unseen.some((label) => !firsts.has(subjectOf(label).key))) return [];
  const marker: Marker = { ...first, worst: "none", asOf: night.report.compared.asOf };
  return step("close", first, dissolvedText(night, first, marker));
}

/** Opens, re-opens or updates the issue about something; a comment is made only where an open one gets worse. */
function tell(
  { report }: Night,
  subject: Subject,
  worst: WorstImpact,
  firsts: Firsts,
  text: (marker: Marker) => IssueText,
): readonly Step[] {
  const { asOf } = report.compared;
  const first = firsts.get(subject.key);
  if (first === undefined)
    return [{ kind: "open", key: subject.key, text: text({ ...subject, worst, rises: 0, asOf }) }];
  const { rises, issue } = first;
  if (issue.closedAs !== null) {
    return needsOpening(worst, first) ? step("reopen", first, text({ ...subject, worst, rises, asOf })) : [];
  }
  if (!isWorse(worst, first.worst)) return step("update", first, text({ ...subject, worst, rises, asOf }));
  const rise = rises + 1;
  return step("update", first, text({ ...subject, worst, rises: rise, asOf }), riseComment(first, worst, rise, asOf));
}

/** Told under a number of its own: a run that is cut short before the issue says so finds it told already. */
function riseComment({ worst: before }: KeptIssue, worst: WorstImpact, rise: number, asOf: string): OnceComment {
  const marker = `<!-- schema-gate-drift rise=${rise} -->\n`;
  const had = before === "none" ? "" : ` It had been ${before} at worst.`;
  return { marker, body: `${marker}As of ${asOf} this is ${worst}.${had}\n` };
}

/** Closes issues of views that were looked at and have nothing left to tell; of others nothing is concluded. */
function settleOthers(night: Night, firsts: readonly KeptIssue[]): readonly Step[] {
  const { report, drifts } = night;
  const { schemas, unseen } = report.compared.covered;
  const named = new Map([...drifts.values()].map((drift) => [subjectOf(drift.label).key, drift]));
  const prefixes = schemas.map((schema) => encodeLabel(`${schema}.`));
  const notSeen = new Set(unseen.map((label) => subjectOf(label).key));
  return firsts.flatMap((each) => {
    const drift = named.get(each.key) ?? null;
    const isCovered = prefixes.some((prefix) => each.encoded.startsWith(prefix)) && !notSeen.has(each.key);
    const isSettled = drift === null ? isCovered : drift.standing === "settled";
    if (each.key === MANY.key || !isSettled || each.issue.closedAs === "completed") return [];
    const marker: Marker = { ...each, worst: "none", asOf: report.compared.asOf };
    return step("close", each, settledText(night, each, marker, drift));
  });
}

function step(
  kind: "update" | "reopen" | "close",
  { key, issue }: KeptIssue,
  text: IssueText,
  comment: OnceComment | null = null,
): readonly Step[] {
  return [{ kind, key, issue, text, comment }];
}
