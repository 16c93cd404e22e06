import { linesOfColumn, linesOfPromise, UserError, viewLabel } from "@schema-gate/contract";
import { type Anchor, UnreadableType } from "@schema-gate/diff";
import type { Location } from "@schema-gate/report";
import type { ReadViews, Sides } from "../sides/side.js";

/** Where a person would edit what a finding is about. Everything a finding points at was read to find it. */
export function locate(
  sides: Sides,
  read: ReadViews,
  label: string | null,
  { side, column, contract, place: elsewhere }: Anchor,
): Location {
  if (elsewhere) return { side, ...elsewhere };
  if (label === null) throw new Error("A finding about no view must say its place. This is a defect of Schema Gate.");
  const file = contract === undefined ? undefined : read.contracts[side].get(label);
  if (file && contract !== undefined) return { side, file: file.file, ...linesOfPromise(file, contract) };
  const entry = sides[side].entries.get(label);
  const view = read[side].get(label);
  if (!entry || !view) throw new Error(`${label} is not on the side ${side}. This is a defect of Schema Gate.`);
  const { line } = view.text;
  const place = column === null ? { line, endLine: line } : linesOfColumn(view.text, column);
  return { side, file: entry.file, ...place };
}

/** Runs a comparison and says of a type that cannot be read where it stands. */
export function namingUnreadableTypes<T>(sides: Sides, read: ReadViews, compare: () => T): T {
  try {
    return compare();
  } catch (error) {
    if (!(error instanceof UnreadableType)) throw error;
    const { file, line } = locate(sides, read, viewLabel(error.view), error);
    throw new UserError("usage", `${file}:${line}: ${error.message}`, { cause: error });
  }
}
