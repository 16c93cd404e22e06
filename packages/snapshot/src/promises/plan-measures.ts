import { type Contract, nameLabel, type Promises, promisePath, type Unmeasured } from "@schema-gate/contract";
import { auditColumn, type TimeColumn, timeColumn } from "./time-column.js";

/** A column that marks deleted rows: by being true, or by holding anything at all. */
export interface Marker {
  readonly name: string;
  readonly isFlag: boolean;
}

/** A promise of time and the column that tells it. */
export interface TimedPromise extends TimeColumn {
  /** As findings have it: `@latency(updated_at)`. */
  readonly path: string;
}

/** What one aggregate query has to ask of a view, and what it cannot ask. */
export interface MeasurePlan {
  /** The promised key; `null` where none is, or its columns are not all there. */
  readonly key: readonly string[] | null;
  readonly required: readonly string[];
  readonly latency: readonly TimedPromise[];
  readonly retention: readonly TimedPromise[];
  readonly marker: Marker | null;
  /** The column whose recent window may stand for all rows; `null` where the contract names none. */
  readonly window: TimeColumn | null;
  readonly unmeasured: readonly Unmeasured[];
}

/** What of a contract can be measured on a live view. Columns that are gone are drift of their own and left out here. */
export function planMeasures(contract: Contract & { readonly promises: Promises }, live: Contract): MeasurePlan {
  const { promises } = contract;
  const has = new Set(live.columns.map(({ name }) => name));
  const key = promises.grain?.columns.map((name) => name.toLowerCase()) ?? null;
  const latency = timed("latency", promises, live);
  const retention = timed("retention", promises, live);
  return {
    key: key?.every((name) => has.has(name)) ? key : null,
    required: contract.columns
      .filter(({ nullable, name }) => nullable === false && has.has(name))
      .map(({ name }) => name),
    latency: latency.found,
    retention: retention.found,
    marker: promises.deletionMode === "soft" ? markerOf(promises, live) : null,
    window: latency.found[0] ?? retention.found[0] ?? null,
    unmeasured: [...latency.unmeasured, ...retention.unmeasured],
  };
}

/** Whether there is anything to ask. */
export function isEmptyPlan({ key, required, latency, retention, marker }: MeasurePlan): boolean {
  return key === null && required.length + latency.length + retention.length === 0 && marker === null;
}

function timed(promise: "latency" | "retention", promises: Promises, { columns }: Contract) {
  const found: TimedPromise[] = [];
  const unmeasured: Unmeasured[] = [];
  for (const { element, text } of promises[promise]) {
    const path = promisePath(promise, element);
    const column = element === null ? wholeView(promise, promises, columns) : timeColumn(element, columns);
    if (typeof column !== "string") found.push({ path, ...column });
    // A column that went is found as that.
    else if (element === null || columns.some(({ name }) => name === element))
      unmeasured.push({ path, promise: text, reason: column, isLasting: true });
  }
  return { found, unmeasured };
}

/** A promise about the whole view is told by its audit column, else by what the latency is about. */
function wholeView(
  promise: "latency" | "retention",
  { latency }: Promises,
  columns: Contract["columns"],
): TimeColumn | string {
  const audit = auditColumn(promise, columns);
  if (audit) return audit;
  for (const { element } of latency) {
    const column = element === null ? "" : timeColumn(element, columns);
    if (typeof column !== "string") return column;
  }
  return "No column tells when a row came about; name one as its element.";
}

function markerOf({ deletionColumn }: Promises, { columns }: Contract): Marker | null {
  const column = columns.find(({ name }) => {
    return deletionColumn === null ? name.replaceAll("_", "") === "deletedat" : name === deletionColumn;
  });
  return column ? { name: column.name, isFlag: column.type === "boolean" } : null;
}

/** What a plan asks, each promise with its text as the contract has it. */
export function promisesOfPlan(
  { key, required, latency, retention, marker }: MeasurePlan,
  promises: Promises,
): Omit<Unmeasured, "reason" | "isLasting">[] {
  const texts = new Map(
    [
      ...promises.latency.map((each) => ["latency", each] as const),
      ...promises.retention.map((each) => ["retention", each] as const),
    ].map(([promise, { element, text }]) => [promisePath(promise, element), text]),
  );
  return [
    ...(key === null ? [] : [{ path: "@grain", promise: JSON.stringify(key) }]),
    ...required.map((name) => ({ path: nameLabel(name), promise: "not null" })),
    ...[...latency, ...retention].map(({ path }) => ({ path, promise: texts.get(path) ?? "" })),
    ...(marker === null ? [] : [{ path: "@deletion", promise: "soft" }]),
  ];
}
