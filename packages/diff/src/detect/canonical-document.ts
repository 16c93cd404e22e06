import type { Column, Contract } from "@schema-gate/contract";
import { descriptionMeaning } from "./description.js";
import { sharedOrders } from "./shared-orders.js";
import { type PromiseParts, sharedPromises } from "./shared-promises.js";
import { type Json, plainObject, typeDocuments } from "./type-document.js";

/** What of two contracts has to stand in their documents; the rest is equal and could not make an operation. */
export interface DocumentScope {
  readonly columns: readonly ColumnPair[];
  readonly order: boolean;
}

/** A column of one name on both sides; a side that does not have it is undefined. */
export interface ColumnPair {
  readonly before: Column | undefined;
  readonly after: Column | undefined;
}

/** A before and an after document. */
export interface Documents {
  readonly before: Json;
  readonly after: Json;
}

/**
 * Two contracts of one view as documents whose JSON patch holds one operation for each difference that means something:
 * columns and row fields keyed by name, their order beside them, alias spellings and layout of texts gone. What one side
 * does not know (`null`) and the other did stands on neither. Without `scope` the documents are whole.
 */
export function canonicalDocuments(before: Contract, after: Contract, scope?: DocumentScope): Documents {
  const promises = promiseDocuments(before, after);
  const columns = columnDocuments(scope?.columns ?? allColumns(before, after), promises !== null);
  const order = scope?.order === false ? { before: [], after: [] } : sharedOrders(before, after);
  // What a contract file states no longer is lost; what a snapshot does not know is no change.
  const shared = (from: string | null, to: string | null) => (to === null && promises === null ? null : from);
  const comments = commentMeanings(before.comment, after.comment);
  const definitionKnown = before.definition !== null && after.definition !== null;
  return {
    before: {
      kind: shared(before.kind, after.kind),
      security: shared(before.security, after.security),
      comment: comments.before,
      definition: definitionKnown ? before.definition : null,
      order: order.before,
      columns: columns.before,
      promises: promises?.before ?? null,
    },
    after: {
      kind: after.kind,
      security: after.security,
      comment: comments.after,
      definition: definitionKnown ? after.definition : null,
      order: order.after,
      columns: columns.after,
      promises: promises?.after ?? null,
    },
  };
}

function allColumns(before: Contract, after: Contract): ColumnPair[] {
  const byName = (columns: readonly Column[]) => new Map(columns.map((column) => [column.name, column]));
  const sides = { before: byName(before.columns), after: byName(after.columns) };
  const names = new Set([...sides.before.keys(), ...sides.after.keys()]);
  return [...names].map((name) => ({ before: sides.before.get(name), after: sides.after.get(name) }));
}

/** What two contract files promise beyond their columns, keyed as findings are; `null` where one of them is a snapshot. */
function promiseDocuments(before: Contract, after: Contract): Documents | null {
  const parts = sharedPromises(before, after);
  if (!parts) return null;
  const document = (side: PromiseParts) => plainObject(Array.from(side, ([path, { meaning }]) => [path, meaning]));
  return { before: document(parts.before), after: document(parts.after) };
}

function columnDocuments(pairs: readonly ColumnPair[], inContracts: boolean): Documents {
  const documents = { before: [] as [string, Json][], after: [] as [string, Json][] };
  for (const { before, after } of pairs) {
    const pair = columnDocument(before, after, inContracts);
    if (before) documents.before.push([before.name, pair.before ?? null]);
    if (after) documents.after.push([after.name, pair.after ?? null]);
  }
  return { before: plainObject(documents.before), after: plainObject(documents.after) };
}

function columnDocument(
  before: Column | undefined,
  after: Column | undefined,
  inContracts: boolean,
): Partial<Documents> {
  // What only one side has is one operation, whatever it holds: its text will do.
  if (!before || !after) {
    return { ...(before && { before: before.type }), ...(after && { after: after.type }) };
  }
  const types = typeDocuments(before.type, after.type);
  const comments = commentMeanings(before.comment, after.comment);
  return {
    before: {
      type: types.before,
      // A contract that no longer says that nulls do not occur has lost that; that they may occur is no promise.
      nullable: after.nullable !== null || (inContracts && before.nullable === false) ? before.nullable : null,
      comment: comments.before,
    },
    after: { type: types.after, nullable: after.nullable, comment: comments.after },
  };
}

/** Equal texts mean the same, whatever they mean. */
function commentMeanings(before: string | null, after: string | null): { before: string | null; after: string | null } {
  if (before === after) return { before: null, after: null };
  return { before: descriptionMeaning(before), after: descriptionMeaning(after) };
}
