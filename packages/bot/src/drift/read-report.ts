import { readFileSync } from "node:fs";
import { UserError } from "@schema-gate/contract";
import { partOfReport } from "@schema-gate/gate";
import { type Covered, type Report, reportSchema, visibleText } from "@schema-gate/report";
import { sizeOfPlainFile } from "./plain-file.js";

/** A report that says what of live Trino it knows. */
export interface DriftReport extends Report {
  readonly compared: Report["compared"] & { readonly covered: Covered };
}

/** 10,000 views that all drift are told in less. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The report of `schema-diff drift --format json` that another job left behind. Nothing in it is believed before it has the
 * shape of one: a report that is cut off, empty or of something else is an error, never a night without drift. So is one of a
 * day to come, after which no night could be told any more; `now` is in milliseconds.
 */
export function readDriftReport(file: string, now: number): DriftReport {
  const refuse = (reason: string) => new UserError("usage", `${file}: ${reason}.`);
  const read = reportSchema.safeParse(parsed(textOf(file, refuse), refuse));
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = visibleText(issue?.path.join(".") ?? "");
    throw refuse(`this is no report of format 1 (${place}: ${visibleText(issue?.message ?? "")})`);
  }
  const { compared, findings } = read.data;
  const { covered } = compared;
  if (covered === undefined)
    throw refuse("this report is not of drift: it does not say what of live Trino was looked at");
  if (findings.some(({ rule }) => rule === "nothing-compared")) {
    throw refuse("nothing was compared, so nothing is known of any view");
  }
  const report = { ...read.data, compared: { ...compared, covered } };
  requireWhole(report, refuse);
  requireHappened(report, now, refuse);
  return report;
}

const DAY_MILLISECONDS = 86_400_000;

/** A clock may be ahead, or midnight in between: by less than a day. */
function requireHappened({ compared: { asOf } }: DriftReport, now: number, refuse: Refuse): void {
  const last = new Date(now + DAY_MILLISECONDS).toISOString().slice(0, 10);
  if (asOf > last) throw refuse(`this report is of ${asOf}, a day to come`);
}

/** Findings that somebody took out leave a verdict and counts that tell of them. */
function requireWhole(report: DriftReport, refuse: Refuse): void {
  const told = partOfReport(report, () => true);
  const said = ({ verdict, counts }: Report) => JSON.stringify([verdict, Object.entries(counts).sort()]);
  if (said(told) !== said(report)) throw refuse("its verdict and counts are not those of its findings");
}

type Refuse = (reason: string) => UserError;

function textOf(file: string, refuse: Refuse): string {
  try {
    const size = sizeOfPlainFile(file);
    if (size > MOST_BYTES) throw refuse(`${size} bytes are more than a report may have (${MOST_BYTES})`);
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") throw refuse("this is not UTF-8");
    throw refuse(`cannot be read (${code}); schema-diff drift --format json prints such a report`);
  }
}

function parsed(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse("this is no JSON; the job that was to write it may have been cut off");
  }
}
