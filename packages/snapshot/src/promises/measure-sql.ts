import type { Measured, Moment, ViewName } from "@schema-gate/contract";
import { qualifiedName, quoteName } from "../live/sql-text.js";
import type { MeasurePlan, TimedPromise } from "./plan-measures.js";
import type { TimeColumn, TimeKind } from "./time-column.js";

/** One aggregate statement on a view, and how its only row is read. */
export interface MeasureStatement {
  readonly sql: string;
  readonly read: (row: readonly (number | null)[]) => Measured;
}

/** What is asked, once: `inner` of the rows (of one key), `outer` of what the inner answers say together. */
interface Asked {
  readonly inner: string;
  readonly outer: (name: string) => string;
}

const DAY = 86_400_000;
const NOW_MILLISECONDS = "CAST(to_unixtime(current_timestamp) * 1000 AS bigint)";

/**
 * The statement that measures everything of a plan in one pass; `recentDays` looks at that many days of the window's column
 * alone. Keys are counted by GROUP BY: it takes nulls as equal, as a key does, and needs no row built for each.
 */
export function measureStatement(view: ViewName, plan: MeasurePlan, recentDays: number | null): MeasureStatement {
  const from = `FROM ${qualifiedName(view)}`;
  const where = recentDays === null || plan.window === null ? "" : ` WHERE ${isRecent(plan.window, recentDays)}`;
  const asked = questions(plan);
  const inner = asked.map((each, index) => `${each.inner} AS m${index}`).join(", ");
  const group = plan.key === null ? "" : ` GROUP BY ${plan.key.map(quoteName).join(", ")}`;
  const outer = asked.map((each, index) => each.outer(`m${index}`));
  const whole = where === "" ? [] : wholeQuestions(plan, from);
  const select = [NOW_MILLISECONDS, ...outer, ...(plan.key === null ? [] : ["count_if(m0 > 1)"]), ...whole];
  return {
    sql: `SELECT ${select.join(", ")} FROM (SELECT ${inner} ${from}${where}${group})`,
    read: (row) => readRow(row, plan, where === "" ? null : recentDays),
  };
}

/** What is asked of the rows that are looked at, the count of rows first. */
function questions({ required, latency, retention, marker }: MeasurePlan): Asked[] {
  return [
    sum("count(*)"),
    ...latency.map(({ name, kind }) => ({
      inner: `max(${quoteName(name)}) FILTER (WHERE ${quoteName(name)} <= ${daysFromNow(kind, "+", 1)})`,
      outer: (alias: string) => epoch(`max(${alias})`, kind),
    })),
    ...retention.map(({ name, kind }) => ({
      inner: `min(${quoteName(name)})`,
      outer: (alias: string) => epoch(`min(${alias})`, kind),
    })),
    ...required.map((name) => sum(`count_if(${quoteName(name)} IS NULL)`)),
    ...(marker === null ? [] : [sum(`count_if(${quoteName(marker.name)}${marker.isFlag ? "" : " IS NOT NULL"})`)]),
  ];
}

/** What recent rows cannot tell: how far back all go, and how many there are where none may vanish. */
function wholeQuestions({ retention, marker }: MeasurePlan, from: string): string[] {
  return [
    ...retention.map(({ name, kind }) => `(SELECT ${epoch(`min(${quoteName(name)})`, kind)} ${from})`),
    ...(marker === null ? [] : [`(SELECT count(*) ${from})`]),
  ];
}

function sum(inner: string): Asked {
  return { inner, outer: (alias) => `coalesce(sum(${alias}), 0)` };
}

function isRecent({ name, kind }: TimeColumn, days: number): string {
  return `${quoteName(name)} >= ${daysFromNow(kind, "-", days)}`;
}

const NOW: Record<TimeKind, string> = {
  date: "CAST(current_timestamp AT TIME ZONE 'UTC' AS date)",
  timestamp: "CAST(current_timestamp AT TIME ZONE 'UTC' AS timestamp)",
  zoned: "current_timestamp",
};

function daysFromNow(kind: TimeKind, sign: "+" | "-", days: number): string {
  return `${NOW[kind]} ${sign} INTERVAL '${days}' DAY`;
}

/**
 * Milliseconds since 1970; what has no zone is taken as UTC. Trino counts it so whatever zone the session is in, PrestoDB
 * because the session is in UTC (see `connection.ts`).
 */
function epoch(expression: string, kind: TimeKind): string {
  if (kind === "zoned") return `CAST(to_unixtime(${expression}) * 1000 AS bigint)`;
  return `date_diff('millisecond', TIMESTAMP '1970-01-01 00:00:00', CAST(${expression} AS timestamp))`;
}

function readRow(row: readonly (number | null)[], plan: MeasurePlan, recentDays: number | null): Measured {
  const cells = row.values();
  const next = (): number | null => cells.next().value ?? null;
  const at = next() ?? 0;
  const rows = next() ?? 0;
  // A day is over when it ends: a row of today may be as young as now.
  const newest = byPromise(plan.latency, ({ kind }) => dayEnd(next(), kind, at));
  const oldest = byPromise(plan.retention, next);
  const nulls = Object.fromEntries(plan.required.map((name) => [name, next() ?? 0]));
  const marked = plan.marker === null ? null : next();
  const doubledKeys = plan.key === null ? null : (next() ?? 0);
  if (recentDays === null) return { at, recentDays, rows, allRows: rows, doubledKeys, newest, oldest, nulls, marked };
  const oldestOfAll = byPromise(plan.retention, next);
  const allRows = plan.marker === null ? null : next();
  return { at, recentDays, rows, allRows, doubledKeys, newest, oldest: oldestOfAll, nulls, marked };
}

function byPromise(
  promises: readonly TimedPromise[],
  read: (one: TimedPromise) => number | null,
): Record<string, Moment> {
  return Object.fromEntries(promises.map((one) => [one.path, { column: one.name, time: read(one) }]));
}

function dayEnd(moment: number | null, kind: TimeKind, at: number): number | null {
  return moment === null || kind !== "date" ? moment : Math.min(moment + DAY, at);
}
