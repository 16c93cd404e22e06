import { quoteIdentifier, type ViewName } from "@schema-gate/contract";
import type { Step, TypePath } from "../detect/path.js";

let last: { view: ViewName; text: string } | null = null;

/** `FROM catalog.schema.view AS v`, as every witness reads it; findings come view by view, so the last text is kept. */
export function fromView(view: ViewName): string {
  if (last?.view !== view) {
    const name = [view.catalog, view.schema, view.name].map(quoteIdentifier).join(".");
    last = { view, text: `FROM ${name} AS v` };
  }
  return last.text;
}

/** The query of a reader who names the column, or the part of its type. */
export function selectByName(view: ViewName, path: TypePath): string {
  return `SELECT ${access(`v.${quoteIdentifier(path.column)}`, path.steps, 1)} ${fromView(view)}`;
}

/** The query of a reader who takes the columns as they come. */
export function selectAll(view: ViewName): string {
  return `SELECT * ${fromView(view)}`;
}

/** The query of a reader who relies on how many rows there are. */
export function countRows(view: ViewName): string {
  return `SELECT count(*) ${fromView(view)}`;
}

/** The query of a reader who turns an array of rows into columns and names them all. */
export function unnestByPosition(view: ViewName, array: TypePath, fields: number): string {
  const steps = array.steps.at(-1)?.kind === "element" ? array.steps.slice(0, -1) : array.steps;
  const source = access(`v.${quoteIdentifier(array.column)}`, steps, 1);
  const names = Array.from({ length: fields }, (_, index) => `c${index + 1}`).join(", ");
  return `SELECT t.* ${fromView(view)} CROSS JOIN UNNEST(${source}) AS t (${names})`;
}

/** An expression for a part of a value; lambdas reach into arrays and maps. */
function access(value: string, steps: readonly Step[], depth: number): string {
  const [step, ...rest] = steps;
  if (!step) return value;
  if (step.kind === "field") return access(`${value}.${quoteIdentifier(step.name)}`, rest, depth);
  if (step.kind === "position") return access(`${value}[${step.position}]`, rest, depth);
  const list = step.kind === "element" ? value : step.kind === "value" ? `map_values(${value})` : `map_keys(${value})`;
  if (rest.length === 0) return list;
  return `transform(${list}, e${depth} -> ${access(`e${depth}`, rest, depth + 1)})`;
}
