import type { Column } from "@schema-gate/contract";

/** How a column tells time: by the day, by a clock without a zone (taken as UTC), or with a zone. */
export type TimeKind = "date" | "timestamp" | "zoned";

/** A column that tells time. */
export interface TimeColumn {
  readonly name: string;
  readonly kind: TimeKind;
}

/** What kind of time a type tells; `null` for types that tell none, numbers among them: nobody says in which unit they count. */
export function timeKind(type: string): TimeKind | null {
  if (type === "date") return "date";
  const match = /^timestamp(?:\(\d+\))?( with time zone)?$/.exec(type);
  if (match === null) return null;
  return match[1] === undefined ? "timestamp" : "zoned";
}

/** The column of that name as one that tells time, or a sentence that says why it tells none. */
export function timeColumn(name: string, columns: readonly Column[]): TimeColumn | string {
  const column = columns.find((each) => each.name === name);
  if (!column) return `The view has no column ${name}.`;
  const kind = timeKind(column.type);
  if (kind !== null) return { name, kind };
  return `Its column ${name} is ${column.type}, which tells no time by itself; name a date or timestamp column as its element.`;
}

/** What the policy calls the columns that tell when a row came about, without case and underscores. */
const AUDIT_COLUMNS = { latency: ["xformedat", "updatedat", "insertedat"], retention: ["insertedat", "updatedat"] };

/** The column that a promise about the whole view is taken to mean; `null` where there is none. */
export function auditColumn(promise: keyof typeof AUDIT_COLUMNS, columns: readonly Column[]): TimeColumn | null {
  for (const name of AUDIT_COLUMNS[promise]) {
    for (const column of columns) {
      const kind = timeKind(column.type);
      if (kind !== null && column.name.replaceAll("_", "") === name) return { name: column.name, kind };
    }
  }
  return null;
}
