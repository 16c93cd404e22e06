import type { Promises } from "../promises.js";
import { suggestName } from "../schema-issues/suggest-name.js";
import { nameLabel } from "../view-label.js";
import type { ContractNotes } from "./contract-notes.js";
import { promisePath } from "./promise-path.js";

type Referring = Pick<Promises, "version" | "deletionColumn" | "latency" | "frequency" | "retention">;

/** Notes what a contract says of itself and does not hold: a version other than its name's, columns that it does not have. */
export function checkReferences(
  { version, deletionColumn, ...times }: Referring,
  { name, columns }: { readonly name: string; readonly columns: readonly { readonly name: string }[] },
  notes: ContractNotes,
): void {
  const numbered = /_v(\d{1,15})$/.exec(name)?.[1];
  if (numbered !== undefined && Number(numbered) !== Number.parseInt(version, 10)) {
    const text = `is ${version}, but the view is ${nameLabel(name)}: the first number must be ${Number(numbered)}`;
    notes.problem(["version"], text);
  }
  const names = columns.map((column) => column.name);
  if (deletionColumn !== null && !names.includes(deletionColumn)) {
    notes.problemAt(promisePath("deletionColumn"), "value", noColumn(deletionColumn, names));
  }
  for (const property of ["latency", "frequency", "retention"] as const) {
    for (const { element } of times[property]) {
      const missing = element?.split(",").find((part) => !isOfColumn(part.trim(), names));
      if (element === null || missing === undefined) continue;
      notes.problemAt(promisePath(property, element), "element", noColumn(missing.trim(), names));
    }
  }
}

/** Whether an element is a column, or something inside of one (`details.updated_at`). */
function isOfColumn(element: string, names: readonly string[]): boolean {
  return names.some((name) => element === name || element.startsWith(`${name}.`) || element.startsWith(`${name}[`));
}

function noColumn(name: string, names: readonly string[]): string {
  const meant = suggestName(name, names);
  return `names ${nameLabel(name)}, which is no column here${meant === null ? "" : `; did you mean ${meant}?`}`;
}
