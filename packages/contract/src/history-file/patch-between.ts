import fastJsonPatch from "fast-json-patch";
import type { Column, Contract } from "../contract.js";
import { printSnapshot } from "../snapshot-file/print-snapshot.js";
import type { SnapshotFile } from "../snapshot-file/snapshot-schema.js";
import type { HistoryOperation } from "./history-line.js";

/** What a patch is applied to: the snapshot file as JSON, `null` where there is none. */
export type SnapshotDocument = SnapshotFile | null;

/** A view as the document that its snapshot file holds. */
export function snapshotDocument(state: Contract | null): SnapshotDocument {
  return state === null ? null : JSON.parse(printSnapshot(state));
}

/**
 * The RFC 6902 patch that makes one snapshot of another. Columns are known by their names: one that comes or goes in the
 * middle is one operation, not one for each column after it.
 */
export function patchBetween(before: Contract | null, after: Contract | null): HistoryOperation[] {
  const [one, other] = [snapshotDocument(before), snapshotDocument(after)];
  if (other === null) return one === null ? [] : [{ op: "remove", path: "" }];
  if (one === null) return [{ op: "add", path: "", value: other }];
  const { operations, columns } = arrangeColumns(one.columns, other.columns);
  // Both have the same keys and the same columns now, so that nothing but replaced texts can be left.
  const replaced = fastJsonPatch.compare({ ...one, columns }, other) as HistoryOperation[];
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
