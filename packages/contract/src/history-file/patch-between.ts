import fastJsonPatch from "fast-json-patch";
import type { Column } from "../contract.js";
import type { HistoryOperation } from "./history-line.js";
import type { SnapshotDocument } from "./snapshot-document.js";

/**
 * The RFC 6902 patch that makes one snapshot of another. Columns are known by their names: one that comes or goes in the
 * middle is one operation, not one for each column after it.
 */
export function patchBetween(before: SnapshotDocument | null, after: SnapshotDocument | null): HistoryOperation[] {
  if (after === null) return before === null ? [] : [{ op: "remove", path: "" }];
  if (before === null) return [{ op: "add", path: "", value: after }];
  const { operations, columns } = arrangeColumns(before.columns, after.columns);
  // Both have the same keys and the same columns now, so that nothing but replaced texts can be left.
  const replaced = fastJsonPatch.compare({ ...before, columns }, after) as HistoryOperation[];
  return [...operations, ...replaced];
}

interface Arranged {
  readonly operations: HistoryOperation[];
  /** The columns before, in the order after; those that came stand as they are after. */
  readonly columns: readonly Column[];
}

/** Removes, adds and moves columns until they stand as after, from first to last. */
function arrangeColumns(before: readonly Column[], after: readonly Column[]): Arranged {
  const operations: HistoryOperation[] = [];
  const kept = new Set(after.map(({ name }) => name));
  const columns = [...before];
  for (let index = columns.length - 1; index >= 0; index--) {
    if (kept.has(columns[index]?.name ?? "")) continue;
    columns.splice(index, 1);
    operations.push({ op: "remove", path: columnPath(index) });
  }
  const wasThere = new Set(columns.map(({ name }) => name));
  const places = new Map(after.map(({ name }, index) => [name, index]));
  after.forEach((wanted, index) => {
    if (columns[index]?.name === wanted.name) return;
    if (!wasThere.has(wanted.name)) {
      columns.splice(index, 0, wanted);
      operations.push({ op: "add", path: columnPath(index), value: wanted });
    } else operations.push(moveInto(index, wanted, columns, places));
  });
  return { operations, columns };
}

/** Has a column stand at `index`: one in its way goes to where it belongs if that does, else the column itself is fetched. */
function moveInto(
  index: number,
  wanted: Column,
  columns: Column[],
  places: ReadonlyMap<string, number>,
): HistoryOperation {
  const isNext = columns[index + 1]?.name === wanted.name;
  const from = isNext ? index : columns.findIndex(({ name }) => name === wanted.name);
  const [moved] = columns.splice(from, 1);
  if (moved === undefined) throw new Error(`There is no column ${wanted.name} to move.`);
  const to = isNext ? Math.min(places.get(moved.name) ?? index, columns.length) : index;
  columns.splice(to, 0, moved);
  return { op: "move", from: columnPath(from), path: columnPath(to) };
}

function columnPath(index: number): string {
  return `/columns/${index}`;
}
