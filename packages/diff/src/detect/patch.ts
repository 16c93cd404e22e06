import type { Contract } from "@schema-gate/contract";
import fastJsonPatch from "fast-json-patch";
import type { Change } from "../change.js";
import { canonicalDocuments } from "./canonical-document.js";
import { fact } from "./facts.js";

/** The RFC 6902 patch between two contracts of one view, over the columns that differ at all. */
export function contractPatch(before: Contract, after: Contract): { path: string; op: string }[] {
  const documents = canonicalDocuments(before, after, differingColumns(before, after));
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
      return fact("unrecognised", place, {
        path: "",
        before: null,
        after: text,
        covers: [operation.path],
        operation: text,
      });
    });
}

function isCovered(path: string, covers: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (covers.has(path.slice(0, end))) return true;
  }
  return false;
}

function differingColumns(before: Contract, after: Contract): Set<string> {
  const afterByName = new Map(after.columns.map((column) => [column.name, column]));
  const differing = new Set<string>();
  for (const column of before.columns) {
    const other = afterByName.get(column.name);
    if (
      !other ||
      other.type !== column.type ||
      other.nullable !== column.nullable ||
      other.comment !== column.comment
    ) {
      differing.add(column.name);
    }
    if (other) afterByName.delete(column.name);
  }
  for (const name of afterByName.keys()) differing.add(name);
  return differing;
}
