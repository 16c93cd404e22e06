import { printType, type TrinoType } from "@schema-gate/contract";
import { fieldKey, fieldSteps } from "./fields.js";
import { readType } from "./read-type.js";

export type Json = string | boolean | null | { readonly [key: string]: Json } | readonly Json[];

/** Two type texts of one column as documents; equal texts are equal types, so only what differs is parsed. */
export function typeDocuments(before: string, after: string): { before: Json; after: Json } {
  if (before === after) return { before, after };
  const [from, to] = [readType(before), readType(after)];
  return { before: typeDocument(from, to), after: typeDocument(to, from) };
}

/** `other` is the type in the same place on the other side: only fields both have take part in the order. */
function typeDocument(type: TrinoType, other: TrinoType | null): Json {
  switch (type.kind) {
    case "scalar":
      return printType(type);
    case "array":
      return { array: typeDocument(type.element, other?.kind === "array" ? other.element : null) };
    case "map": {
      const value = typeDocument(type.value, other?.kind === "map" ? other.value : null);
      // Anything inside a key is one change, so the key stands as one text.
      return { map: { key: printType(type.key), value } };
    }
    case "row":
      return { row: rowDocument(type, other?.kind === "row" ? other : null) };
  }
}

type Row = Extract<TrinoType, { kind: "row" }>;

function rowDocument(row: Row, other: Row | null): Json {
  const keys = fieldSteps(row.fields).map(fieldKey);
  const otherKeys = other ? fieldSteps(other.fields).map(fieldKey) : [];
  const otherType = new Map(otherKeys.map((key, index) => [key, other?.fields[index]?.type ?? null]));
  const fields = row.fields.map((field, index): [string, Json] => {
    const key = keys[index] ?? "";
    return [key, typeDocument(field.type, otherType.get(key) ?? null)];
  });
  return { fields: plainObject(fields), order: keys.filter((key) => otherType.has(key)) };
}

/** A column may be called `__proto__`: an object without a prototype takes it for a plain key. */
export function plainObject(entries: readonly (readonly [string, Json])[]): Json {
  const object: Record<string, Json> = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}
