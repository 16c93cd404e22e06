import { isLossless } from "./lossless-widening.js";
import { isSameType } from "./same-type.js";
import type { TrinoType } from "./trino-type.js";
import { compatibilityOf } from "./type-compatibility.js";

export type TypeRelation = "same" | "widened" | "narrowed" | "unrelated";

/** What a change of type means: how the two relate, and whether every value survives as it is. */
export interface TypeRelationship {
  readonly relation: TypeRelation;
  readonly lossless: boolean;
}

/**
 * How `after` relates to `before` by the implicit coercions of Trino 483: widened if only `before` coerces to `after`,
 * narrowed if only the other way. Both ways coerce exactly when nothing but names of row fields differ; that is
 * `unrelated`, because no value grew or shrank and yet readers by name lose it.
 */
export function relateTypes(before: TrinoType, after: TrinoType): TypeRelationship {
  if (isSameType(before, after)) return { relation: "same", lossless: true };
  const widens = compatibilityOf(before, after)?.coerces ?? false;
  const narrows = compatibilityOf(after, before)?.coerces ?? false;
  if (widens === narrows) return { relation: "unrelated", lossless: false };
  return widens
    ? { relation: "widened", lossless: isLossless(before, after) }
    : { relation: "narrowed", lossless: false };
}

/** The type that `UNION` gives to values of both, by the coercions of Trino 483; `null` if there is none. */
export function commonSuperType(one: TrinoType, other: TrinoType): TrinoType | null {
  return compatibilityOf(one, other)?.superType ?? null;
}
