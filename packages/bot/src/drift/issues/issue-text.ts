import { partOfReport } from "@schema-gate/gate";
import { amount, type Report, renderMarkdown, shorten, visibleText } from "@schema-gate/report";
import type { IssueText } from "../../github/issues.js";
import type { DriftReport } from "../read-report.js";
import type { ViewDrift } from "../view-drift.js";
import { type KeptIssue, type Marker, markerLine } from "./marker.js";

/** The most bytes of an issue; GitHub says 65,536 characters. */
const MOST_BYTES = 65_000;

/** GitHub takes 256 characters. */
const LONGEST_NAME = 180;

const KEPT =
  "\n---\nThe nightly drift job keeps this issue: it is written anew each night, and closed when live Trino and what is " +
  "committed agree again. Closed as not planned it stays closed until things get worse.\n";

/** A night's report, and where it stands in full, if anywhere. */
export interface Told {
  readonly report: DriftReport;
  readonly reportUrl: string | null;
}

/** How the issue of a view that drifts reads. */
export function driftText({ report, reportUrl }: Told, { label, worst }: ViewDrift, marker: Marker): IssueText {
  const own = partOfReport(report, ({ view }) => view === label);
  const title = `Schema drift of ${nameOf(label)} (${worst === "none" ? "not measured" : worst})`;
  return { title, body: within(markerLine(marker), own, reportUrl, KEPT), closedAs: null };
}

/** How the one issue reads that tells of many views. */
export function manyText({ report, reportUrl }: Told, views: readonly ViewDrift[], marker: Marker): IssueText {
  const labels = new Set(views.map(({ label }) => label));
  const own = partOfReport(report, ({ view }) => view !== null && labels.has(view));
  const many = amount(views.length, "view");
  const before = `${markerLine(marker)}${many} began to drift at once: they are told of here, not in an issue each.\n\n`;
  const title = `Schema drift of ${many} at once (${marker.worst})`;
  return { title, body: within(before, own, reportUrl, KEPT), closedAs: null };
}

/** How an issue reads once there is nothing left to tell of its view but what is waived. */
export function settledText(
  { report, reportUrl }: Told,
  { issue, worst }: KeptIssue,
  marker: Marker,
  left: ViewDrift | null,
): IssueText {
  const { asOf } = report.compared;
  const had = worst === "none" ? "" : ` The worst had been ${worst}.`;
  if (left === null) {
    const body = `${markerLine(marker)}Live Trino and what is committed agree again, as of ${asOf}.${had}\n`;
    return { title: issue.title, body, closedAs: "completed" };
  }
  const own = partOfReport(report, ({ view }) => view === left.label);
  const before = `${markerLine(marker)}All that is left is waived, as of ${asOf}.${had}\n\n`;
  return { title: issue.title, body: within(before, own, reportUrl, ""), closedAs: "completed" };
}

/** How the issue for many reads once it is no longer needed. */
export function dissolvedText({ report }: Told, { issue }: KeptIssue, marker: Marker): IssueText {
  const text = `As of ${report.compared.asOf} no view that drifts is without an issue of its own.\n`;
  return { title: issue.title, body: `${markerLine(marker)}${text}`, closedAs: "completed" };
}

/** How an issue reads that says what an older one says. */
export function duplicateText({ issue }: KeptIssue, first: KeptIssue, marker: Marker): IssueText {
  const text = `Duplicate of #${first.issue.number}.\n`;
  return { title: issue.title, body: `${markerLine(marker)}${text}`, closedAs: "duplicate" };
}

/** GitHub says characters and has refused bytes: what fits in bytes fits both ways. */
function within(before: string, report: Report, link: string | null, after: string): string {
  const options = { reserve: before.length + after.length, ...(link === null ? {} : { link }) };
  for (let maxLength = MOST_BYTES; ; maxLength = Math.floor(maxLength * 0.8)) {
    const text = `${before}${renderMarkdown(report, { ...options, maxLength })}${after}`;
    if (Buffer.byteLength(text) <= MOST_BYTES) return text;
  }
}

/** A name in a title, where GitHub reads nothing but backticks. */
function nameOf(label: string): string {
  return shorten(visibleText(label).replaceAll("`", "'"), LONGEST_NAME);
}
