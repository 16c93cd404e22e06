import { isDate } from "../calendar.js";
import type { Duration } from "../duration/duration.js";
import { longestGap } from "../duration/longest-gap.js";
import { parseDuration } from "../duration/parse-duration.js";
import type { Frequency, TimePromise } from "../promises.js";
import { respelled } from "../schema-issues/suggest-name.js";
import type { YamlPath } from "../yaml-file/yaml-place.js";
import type { SlaDocument } from "./contract-document.js";
import type { ContractNotes } from "./contract-notes.js";
import { promisePath } from "./promise-path.js";

/** What the SLA rows of a contract say, of those we know. */
export interface Sla {
  readonly released: string | null;
  readonly endOfSupport: string | null;
  readonly latency: readonly TimePromise<Duration>[];
  readonly frequency: readonly TimePromise<Frequency>[];
  readonly retention: readonly TimePromise<Duration | "unlimited">[];
}

const promises = {
  generalAvailability: "released",
  endOfSupport: "endOfSupport",
  latency: "latency",
  frequency: "frequency",
  retention: "retention",
} as const;

type Known = keyof typeof promises;
const known = Object.keys(promises) as Known[];

/** A row of ours, with its place. */
interface Row {
  readonly sla: SlaDocument;
  readonly element: string | null;
  readonly at: YamlPath;
}

/**
 * Reads the SLA rows, one for each property and element. `views` are the names an element may have in front
 * (`evergreen_tasks.updated_at`): the row is about the column. Rows of other properties are left alone.
 */
export function readSla(rows: readonly SlaDocument[], views: readonly string[], notes: ContractNotes): Sla {
  const found = new Map<Known, Row[]>(known.map((property) => [property, []]));
  for (const [index, sla] of rows.entries()) {
    const at = ["slaProperties", index];
    const property = known.find((each) => each === sla.property);
    if (property === undefined) {
      noteMisspelling(sla.property, at, notes);
      continue;
    }
    const element = elementOf(sla, views);
    const path = promisePath(promises[property], element);
    if (notes.has(path)) notes.problem(at, `${property} stands here twice for ${element ?? "the whole view"}`);
    notes.place(path, at);
    found.get(property)?.push({ sla, element, at });
  }
  const rowsOf = (property: Known) => found.get(property) ?? [];
  return {
    released: readDay(rowsOf("generalAvailability"), notes),
    endOfSupport: readDay(rowsOf("endOfSupport"), notes),
    latency: readTimes(rowsOf("latency"), notes, readDuration),
    frequency: readTimes(rowsOf("frequency"), notes, readFrequency),
    retention: readTimes(rowsOf("retention"), notes, readRetention),
  };
}

/** ODCS names an element as `object.property`; several with commas between stay one element. */
function elementOf({ element }: SlaDocument, views: readonly string[]): string | null {
  const name = element?.trim().toLowerCase();
  if (name === undefined || name === "" || views.includes(name)) return null;
  const view = views.find((each) => name.startsWith(`${each}.`));
  return view === undefined ? name : name.slice(view.length + 1);
}

function noteMisspelling(property: string, at: YamlPath, notes: ContractNotes): void {
  const meant = respelled(property, known);
  if (meant !== null) notes.problem([...at, "property"], `is not read in this spelling; did you mean ${meant}?`);
}

/** The one date that stands in rows about the whole view; the time of a moment in UTC does not count. */
function readDay(rows: readonly Row[], notes: ContractNotes): string | null {
  let day: string | null = null;
  for (const { sla, element, at } of rows) {
    const found = dayOf(sla.value);
    if (element !== null) notes.problem([...at, "element"], "is about the whole view; leave element out");
    else if (found === null) notes.problem([...at, "value"], "must be a date that exists, like 2026-11-22");
    else day = found;
  }
  return day;
}

function dayOf(value: SlaDocument["value"]): string | null {
  const text = typeof value === "string" ? value : "";
  if (isDate(text)) return text;
  const moment = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.exec(text);
  const time = moment?.[1] !== undefined && isDate(moment[1]) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** What a row says, or a sentence part that says what is wrong with it. */
type Read<Value> = { readonly value: Value } | string;

function readTimes<Value>(
  rows: readonly Row[],
  notes: ContractNotes,
  read: (value: string | number, sla: SlaDocument) => Read<Value>,
): TimePromise<Value>[] {
  return rows.flatMap(({ sla, element, at }) => {
    const written = sla.value ?? cronOf(sla);
    const promise =
      typeof written === "string" || typeof written === "number" ? read(written, sla) : "must be text or a number";
    if (typeof promise !== "string") return [{ element, text: textOf(written, sla.unit), value: promise.value }];
    notes.problem([...at, sla.value === null && written !== null ? "schedule" : "value"], promise);
    return [];
  });
}

function textOf(value: unknown, unit: string | undefined): string {
  return unit === undefined ? String(value) : `${value} ${unit}`;
}

/** A frequency may be left to the schedule that stands beside it. */
function cronOf({ property, scheduler, schedule }: SlaDocument): string | null {
  return property === "frequency" && scheduler?.toLowerCase() === "cron" ? (schedule ?? null) : null;
}

function readDuration(value: string | number, { unit }: SlaDocument): Read<Duration> {
  const duration = parseDuration(value, unit ?? null);
  return typeof duration === "string" ? duration : { value: duration };
}

function readRetention(value: string | number, sla: SlaDocument): Read<Duration | "unlimited"> {
  if (value === "unlimited" && sla.unit === undefined) return { value };
  const duration = readDuration(value, sla);
  return typeof duration === "string" ? `${duration}; or unlimited` : duration;
}

function readFrequency(value: string | number, { unit }: SlaDocument): Read<Frequency> {
  const gap = longestGap(value, unit ?? null);
  return typeof gap === "string" ? gap : { value: { longestGap: gap, months: monthsOf(value, unit ?? null) } };
}

/** How many months an interval is that is nothing else. */
function monthsOf(value: string | number, unit: string | null): number | null {
  const interval = parseDuration(value, unit);
  if (typeof interval === "string" || interval.businessDays > 0 || interval.milliseconds > 0) return null;
  return interval.months;
}
