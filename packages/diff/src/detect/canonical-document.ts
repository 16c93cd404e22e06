import { type Column, type Contract, parseType, printType, type TrinoType } from "@schema-gate/contract";
import { descriptionMeaning } from "./description.js";
import { fieldKey, fieldSteps } from "./fields.js";

type Json = string | boolean | null | { readonly [key: string]: Json } | readonly Json[];

/**
 * Two contracts of one view as documents whose JSON patch holds one operation for each difference that means something:
 * columns and row fields keyed by name, their order beside them, alias spellings and layout of texts gone. What one side
 * does not know (`null`) stands on neither. `only` limits the columns to those named.
 */
export function canonicalDocuments(
  before: Contract,
  after: Contract,
  only?: ReadonlySet<string>,
): { before: Json; after: Json } {
  const shared = sharedOrder(before, after);
  return {
    before: document(before, after, shared.before, only),
    after: document(after, before, shared.after, only, true),
  };
}

/** Only names both sides have can be out of order; what was added or removed shows by itself. */
function sharedOrder(before: Contract, after: Contract): { before: string[]; after: string[] } {
  const names = (contract: Contract) => contract.columns.map((column) => column.name);
  const common = (own: string[], other: string[]) => {
    const known = new Set(other);
    return own.filter((name) => known.has(name));
  };
  return { before: common(names(before), names(after)), after: common(names(after), names(before)) };
}

function document(
  own: Contract,
  other: Contract,
  order: readonly string[],
  only?: ReadonlySet<string>,
  isAfter = false,
): Json {
  const others = new Map(other.columns.map((column) => [column.name, column]));
  const columns = own.columns
    .filter((column) => !only || only.has(column.name))
    .map((column) => [column.name, columnDocument(column, others.get(column.name), isAfter)] as const);
  return {
    kind: isAfter || other.kind !== null ? own.kind : null,
    security: isAfter || other.security !== null ? own.security : null,
    comment: descriptionMeaning(own.comment),
    definition: own.definition === null || other.definition === null ? null : own.definition,
    order,
    columns: withoutPrototype(columns),
  };
}

function columnDocument(column: Column, other: Column | undefined, isAfter: boolean): Json {
  const otherType = other?.type ?? null;
  return {
    // Equal texts are equal types: only what differs is worth parsing.
    type:
      otherType === column.type
        ? column.type
        : typeDocument(parseType(column.type), otherType === null ? null : parseType(otherType)),
    nullable: isAfter || !other || other.nullable !== null ? column.nullable : null,
    comment: descriptionMeaning(column.comment),
  };
}

/** `other` is the same place's type on the other side, so that only fields both have take part in the order. */
function typeDocument(type: TrinoType, other: TrinoType | null): Json {
  switch (type.kind) {
    case "scalar":
      return printType(type);
    case "array":
      return { array: typeDocument(type.element, other?.kind === "array" ? other.element : null) };
    case "map":
      return {
        map: {
          // Anything inside a key is one change, so the key stands as one text.
          key: printType(type.key),
          value: typeDocument(type.value, other?.kind === "map" ? other.value : null),
        },
      };
    case "row":
      return { row: rowDocument(type, other?.kind === "row" ? other : null) };
  }
}

type Row = Extract<TrinoType, { kind: "row" }>;

function rowDocument(row: Row, other: Row | null): Json {
  const keys = fieldSteps(row.fields).map(fieldKey);
  const otherKeys = other ? fieldSteps(other.fields).map(fieldKey) : [];
  const otherType = new Map(otherKeys.map((key, index) => [key, other?.fields[index]?.type ?? null]));
  const fields = row.fields.map((field, index) => {
    const key = keys[index] ?? "";
    return [key, typeDocument(field.type, otherType.get(key) ?? null)] as const;
  });
  return { fields: withoutPrototype(fields), order: keys.filter((key) => otherType.has(key)) };
}

/** A column may be called `__proto__`; entries keep it a plain key. */
function withoutPrototype(entries: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(entries);
}
