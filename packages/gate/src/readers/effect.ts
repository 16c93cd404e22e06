import type { ReportFinding } from "@schema-gate/report";
import type { TableUse } from "@schema-gate/sql";
import { type ColumnPath, columnPath } from "./column-path.js";

/** What a finding does to one query: it breaks it for certain, it may, it does not. */
export type Effect = "fails" | "may" | "none";

type Judged = Pick<ReportFinding, "rule" | "impact" | "breaks" | "path" | "before">;

/** What a finding does to a query that takes this of the view; `use` is `null` where that cannot be told. */
export function effectOn(finding: Judged, use: TableUse | null, isStoredView: boolean): Effect {
  const { breaks, path, impact, rule } = finding;
  if (breaks.length === 0) return "none";
  if (rule === "view-removed") return "fails";
  const certain: Effect = impact === "breaking" ? "fails" : "may";
  const isOrderAlone = breaks.every((category) => category === "positional" || category === "stored-view");
  if (use && path === "" && isOrderAlone) return use.star && takesAll(finding, isStoredView) ? certain : "none";
  const at = columnPath(path);
  // Promises, clauses, the view as a whole: whether a query relies on rows or times is nowhere written.
  if (at === null || use === null) return "may";
  const effects = [
    ...use.named.map((named) => onName(finding, at, named, certain)),
    ...use.doubtful.map((named) => onName(finding, at, named, "may")),
    ...(use.star && takesAll(finding, isStoredView) ? [certain] : []),
    ...(addsMeaning(finding, use, at) ? ["may" as const] : []),
    ...(breaks.includes("row-count") && !breaks.includes("by-name") ? ["may" as const] : []),
  ];
  return strongest(effects);
}

/** Of several effects the one that counts. */
export function strongest(effects: readonly Effect[]): Effect {
  return effects.includes("fails") ? "fails" : effects.includes("may") ? "may" : "none";
}

function takesAll({ breaks }: Judged, isStoredView: boolean): boolean {
  return breaks.includes("positional") || (isStoredView && breaks.includes("stored-view"));
}

/** A bare name that a new column takes too. */
function addsMeaning({ breaks, before }: Judged, { bare }: TableUse, { column, steps }: ColumnPath): boolean {
  return before === null && steps.length === 0 && breaks.includes("unqualified") && bare.includes(column);
}

function onName({ breaks }: Judged, { column, steps }: ColumnPath, named: readonly string[], certain: Effect): Effect {
  const [first, ...fields] = named;
  if (first !== column) return "none";
  const shared = Math.min(steps.length, fields.length);
  for (let index = 0; index < shared; index++) if (steps[index] !== fields[index]) return "none";
  // A query that takes the value around what changed takes what changed along, for better or worse.
  if (fields.length < steps.length) return "may";
  if (breaks.includes("by-name")) return certain;
  // The value as a whole, whose fields stand in another order or are more.
  return fields.length === steps.length ? "may" : "none";
}
