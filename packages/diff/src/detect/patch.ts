import type { Contract } from "@schema-gate/contract";
import fastJsonPatch from "fast-json-patch";
import type { Change } from "../change.js";
import { canonicalDocuments, type DocumentScope } from "./canonical-document.js";
import { fact } from "./facts.js";

/** The RFC 6902 patch between two contracts of one view, over the columns that differ at all. */
export function contractPatch(before: Contract, after: Contract): { path: string; op: string }[] {
  const documents = canonicalDocuments(before, after, differences(before, after));
  return fastJsonPatch.compare(documents.before as object, documents.after as object);
}

/** Law 2: every operation of the patch that no change covers is a change nobody understood. */
export function unrecognisedChanges(before: Contract, after: Contract, changes: readonly Change[]): Change[] {
  const covers = new Set(changes.flatMap((change) => change.covers));
  return contractPatch(before, after)
    .filter((operation) => !isCovered(operation.path, covers))
    .map((operation) => {
      const text = JSON.stringify(operation);
      const place = { view: after, anchor: { side: "after", column: null } } as const;
      const covered = [operation.path];
      return fact("unrecognised", place, { path: "", before: null, after: text, covers: covered, operation: text });
    });
}

function isCovered(path: string, covers: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (covers.has(path.slice(0, end))) return true;
  }
  return false;
}

/** Looks at every column of both sides on its own account, not at what detection found. */
function differences(before: Contract, after: Contract): DocumentScope {
  const places = new Map(after.columns.map((column, index) => [column.name, index]));
  const columns = new Set<string>();
  let order = false;
  let highest = -1;
  for (const column of before.columns) {
    const at = places.get(column.name);
    const other = at === undefined ? undefined : after.columns[at];
    if (
      !other ||
      other.type !== column.type ||
      other.nullable !== column.nullable ||
      other.comment !== column.comment
    ) {
      columns.add(column.name);
    }
    if (at === undefined) continue;
    places.delete(column.name);
    if (at < highest) order = true;
    highest = Math.max(highest, at);
  }
  for (const name of places.keys()) columns.add(name);
  return { columns, order };
}
