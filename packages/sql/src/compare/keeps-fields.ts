import { type Group, nestedTokens, type Part } from "./nested-tokens.js";

type Parts = readonly Part[];

/** A value with the type it is cast to right there, if it is. */
interface Typed {
  readonly value: Parts;
  readonly type: Parts | null;
}

/**
 * Whether a column of rows is still made of the same: every field of before, found by its name in the row's cast, has the
 * same expression after, and only fields came or moved. `false` where that cannot be told from the two canonical texts.
 */
export function keepsFields(before: string, after: string): boolean {
  return sameTyped({ value: nestedTokens(before), type: null }, { value: nestedTokens(after), type: null });
}

function sameTyped(before: Typed, after: Typed): boolean {
  const rows = [rowOf(before), rowOf(after)] as const;
  if (rows[0] && rows[1]) return sameFields(rows[0], rows[1]);
  const arrays = [arrayOf(before), arrayOf(after)] as const;
  if (arrays[0] && arrays[1]) return sameLists(arrays[0], arrays[1]);
  return sameParts(before.value, after.value);
}

function sameFields(before: ReadonlyMap<string, Typed>, after: ReadonlyMap<string, Typed>): boolean {
  return [...before].every(([name, was]) => {
    const now = after.get(name);
    return now !== undefined && sameTyped(was, now);
  });
}

function sameLists(before: readonly Typed[], after: readonly Typed[]): boolean {
  return (
    before.length === after.length &&
    before.every((was, index) => {
      const now = after[index];
      return now !== undefined && sameTyped(was, now);
    })
  );
}

function sameParts(before: Parts, after: Parts): boolean {
  return (
    before.length === after.length &&
    before.every((was, index) => {
      const now = after[index];
      if (typeof was === "string" || typeof now === "string") return was === now;
      if (now === undefined || was.open !== now.open) return false;
      const [castBefore, castAfter] = [castIn(before[index - 1], was), castIn(after[index - 1], now)];
      if (castBefore && castAfter) return sameCasts(castBefore, castAfter);
      return sameLists(was.items.map(untyped), now.items.map(untyped));
    })
  );
}

const untyped = (value: Parts): Typed => ({ value, type: null });

/** Casts to other scalar types make other values; what differs between types of rows is told by the columns. */
function sameCasts(before: Typed, after: Typed): boolean {
  const isNested = ({ type }: Typed) => typeof type?.[0] === "string" && /^(row|array|map)$/i.test(type[0]);
  const sameType = JSON.stringify(before.type) === JSON.stringify(after.type);
  return (sameType || (isNested(before) && isNested(after))) && sameTyped(before, after);
}

/** `value AS type` in the brackets of a cast. */
function castIn(word: Part | undefined, { items }: Group): Typed | null {
  const [item] = items;
  if (typeof word !== "string" || !/^(try_)?cast$/i.test(word) || !item || items.length > 1) return null;
  const at = item.findLastIndex((part) => typeof part === "string" && /^as$/i.test(part));
  return at < 0 ? null : { value: item.slice(0, at), type: item.slice(at + 1) };
}

/** The fields of a row whose cast names them all: canonical text shows a row as its values in brackets, names quoted. */
function rowOf({ value, type }: Typed): ReadonlyMap<string, Typed> | null {
  const [values, more] = value;
  if (typeof values !== "object" || values.open !== "(" || more !== undefined) return null;
  const types = argumentsOf(type, /^row$/i);
  if (!types || types.length !== values.items.length) return null;
  const fields = new Map<string, Typed>();
  for (const [index, [name, ...fieldType]] of types.entries()) {
    const field = values.items[index];
    if (typeof name !== "string" || !name.startsWith('"') || !field || fields.has(name)) return null;
    fields.set(name, { value: field, type: fieldType });
  }
  return fields;
}

/** The elements of an array that is written out. */
function arrayOf({ value, type }: Typed): readonly Typed[] | null {
  const [word, elements, more] = value;
  if (word !== "ARRAY" || typeof elements !== "object" || more !== undefined) return null;
  const [element = null] = argumentsOf(type, /^array$/i) ?? [];
  return elements.items.map((each) => ({ value: each, type: element }));
}

function argumentsOf(type: Parts | null, word: RegExp): readonly Parts[] | null {
  const [name, group] = type ?? [];
  return typeof name === "string" && word.test(name) && typeof group === "object" ? group.items : null;
}
