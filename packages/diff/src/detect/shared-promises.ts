import { type Contract, nameLabel, type TrinoType } from "@schema-gate/contract";
import { isInside } from "./path.js";
import { type PromisePart, promiseParts } from "./promise-parts.js";
import { readType } from "./read-type.js";

export type PromiseParts = ReadonlyMap<string, PromisePart>;

/**
 * What two contract files promise, by path; `null` where a side is no contract file and cannot know. A description inside
 * a column counts only while what it describes is on both sides: else it came or went with that.
 */
export function sharedPromises(
  before: Contract,
  after: Contract,
): { readonly before: PromiseParts; readonly after: PromiseParts } | null {
  if (!before.promises || !after.promises) return null;
  const sides = { before: promiseParts(before.promises), after: promiseParts(after.promises) };
  dropOrphans(sides.before, sides.after, after);
  dropOrphans(sides.after, sides.before, before);
  return sides;
}

function dropOrphans(parts: Map<string, PromisePart>, others: PromiseParts, other: Contract): void {
  for (const { promise, path } of parts.values()) {
    if (promise === "field" && !others.has(path) && !hasPart(other, path)) parts.delete(path);
  }
}

function hasPart({ columns }: Contract, path: string): boolean {
  const column = columns.find(({ name }) => isInside(path, nameLabel(name)));
  return column !== undefined && partPaths(readType(column.type), nameLabel(column.name)).includes(path);
}

/** The paths of everything inside a type that a contract can describe: elements of arrays and named fields. */
export function partPaths(type: TrinoType, path: string): string[] {
  if (type.kind === "array") return [`${path}[]`, ...partPaths(type.element, `${path}[]`)];
  if (type.kind !== "row") return [];
  return type.fields.flatMap((field) => {
    if (field.name === null) return [];
    const here = `${path}.${nameLabel(field.name)}`;
    return [here, ...partPaths(field.type, here)];
  });
}
