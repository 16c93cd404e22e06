import { type Column, type Contract, viewName } from "@schema-gate/contract";
import fastJsonPatch from "fast-json-patch";
import type { Change } from "../change.js";
import { type ColumnPair, canonicalDocuments, type DocumentScope } from "./canonical-document.js";
import { fact } from "./facts.js";
import { pairByKey } from "./members.js";

/** The RFC 6902 patch between two contracts of one view, over the columns that differ at all. */
export function contractPatch(before: Contract, after: Contract): { path: string; op: string }[] {
  const documents = canonicalDocuments(before, after, differences(before, after));
  return fastJsonPatch.compare(documents.before as object, documents.after as object);
}

/**
 * Law 2: every operation of the patch that no change covers is a change nobody understood. Definitions that are proven to
 * differ in nothing the columns do not tell (`sameDefinition`) count as equal.
 */
export function unrecognisedChanges(
  before: Contract,
  after: Contract,
  changes: readonly Change[],
  sameDefinition = false,
): Change[] {
  const covers = new Set(changes.flatMap((change) => change.covers));
  return contractPatch(before, sameDefinition ? { ...after, definition: before.definition } : after)
    .filter((operation) => !isCovered(operation.path, covers))
    .map((operation) => {
      const text = JSON.stringify(operation);
      const place = { view: viewName(after), anchor: { side: "after", column: null } } as const;
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
  const partner = pairByKey(columnNames(before), columnNames(after));
  const columns: ColumnPair[] = [];
  const taken = new Uint8Array(after.columns.length);
  let order = false;
  let highest = -1;
  for (let index = 0; index < partner.length; index++) {
    const at = partner[index] ?? -1;
    const from = before.columns[index];
    const to = after.columns[at];
    if (from !== to && !isEqual(from, to)) columns.push({ before: from, after: to });
    if (at === -1) continue;
    taken[at] = 1;
    if (at < highest) order = true;
    highest = Math.max(highest, at);
  }
  for (let at = taken.indexOf(0); at !== -1; at = taken.indexOf(0, at + 1)) {
    columns.push({ before: undefined, after: after.columns[at] });
  }
  return { columns, order };
}

function isEqual(before: Column | undefined, after: Column | undefined): boolean {
  return before?.type === after?.type && before?.nullable === after?.nullable && before?.comment === after?.comment;
}

function columnNames({ columns }: Contract): string[] {
  return columns.map((column) => column.name);
}
