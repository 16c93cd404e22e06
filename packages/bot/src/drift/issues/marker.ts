import { createHash } from "node:crypto";
import type { Issue } from "../../github/issues.js";
import { impacts, type WorstImpact } from "../view-drift.js";

/** What an issue is about; `encoded` is the start of the view's label for people, `key` tells views apart. */
export interface Subject {
  readonly key: string;
  readonly encoded: string;
}

/** What an issue of ours says of itself, unseen, in its first line. */
export interface Marker extends Subject {
  readonly worst: WorstImpact;
  /** How often it was told that things got worse. */
  readonly rises: number;
  /** The day of the report it was written by. */
  readonly asOf: string;
}

/** An issue with what its first line says. */
export interface KeptIssue extends Marker {
  readonly issue: Issue;
}

/** Names of a thousand characters exist. */
const LONGEST_LABEL = 1500;

/** What an issue about a view is about, by the view's label. */
export function subjectOf(label: string): Subject {
  return { key: createHash("sha256").update(label).digest("hex"), encoded: encodeLabel(label) };
}

/** A label as it stands in a marker, cut where it is long. */
export function encodeLabel(label: string): string {
  // Halves of characters have no encoding.
  return encodeURIComponent(label.replaceAll(/\p{Surrogate}/gu, "\ufffd")).slice(0, LONGEST_LABEL);
}

/** The first line of an issue: no name can end the comment early, as all but letters, digits and a few signs are encoded. */
export function markerLine({ key, encoded, worst, rises, asOf }: Marker): string {
  return `<!-- schema-gate-drift 1 key=${key} impact=${worst} rises=${rises} as-of=${asOf} view=${encoded} -->\n`;
}

const LINE =
  /^<!-- schema-gate-drift 1 key=(?<key>[0-9a-f]{64}) impact=(?<worst>[a-z]+) rises=(?<rises>\d{1,6}) as-of=(?<asOf>\d{4}-\d\d-\d\d) view=(?<encoded>\S{0,1500}) -->\r?\n/;

/** The issue with its marker; `null` where its first line is none of ours. */
export function readMarker(issue: Issue): KeptIssue | null {
  const { key = "", worst, rises, asOf = "", encoded = "" } = LINE.exec(issue.body)?.groups ?? {};
  const impact = impacts.find((each) => each === worst);
  return impact === undefined ? null : { issue, key, encoded, worst: impact, rises: Number(rises), asOf };
}
