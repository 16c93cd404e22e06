import { printType, relateTypes, type TrinoType } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { type Facts, fact } from "./facts.js";
import { deeper, pointerOf, printPath, type TypePath } from "./path.js";
import { rowChanges } from "./row-changes.js";

/** What differs between two types of one column, each nested difference once and at its own path. */
export function typeChanges(before: TrinoType, after: TrinoType, at: TypePath, facts: Facts): Change[] {
  if (before.kind === "array" && after.kind === "array") {
    return typeChanges(before.element, after.element, deeper(at, { kind: "element" }), facts);
  }
  if (before.kind === "map" && after.kind === "map") {
    return [
      ...keyChanges(before.key, after.key, deeper(at, { kind: "key" }), facts),
      ...typeChanges(before.value, after.value, deeper(at, { kind: "value" }), facts),
    ];
  }
  if (before.kind === "row" && after.kind === "row") return rowChanges(before.fields, after.fields, at, facts);
  return leafChanges(before, after, at, facts);
}

function keyChanges(before: TrinoType, after: TrinoType, at: TypePath, facts: Facts): Change[] {
  const texts = { before: printType(before), after: printType(after) };
  if (texts.before === texts.after) return [];
  return [fact("map-key-changed", facts, { path: printPath(at), ...texts, covers: [pointerOf(at)], at, key: before })];
}

function leafChanges(before: TrinoType, after: TrinoType, at: TypePath, facts: Facts): Change[] {
  const texts = { before: printType(before), after: printType(after) };
  if (texts.before === texts.after) return [];
  const { relation, lossless } = relateTypes(before, after);
  const array = arrayStep(before, after);
  return [
    fact("type-changed", facts, {
      path: printPath(at),
      ...texts,
      covers: [pointerOf(at)],
      at,
      // Different texts cannot be the same type; should the relation say so, nothing is known to carry over.
      relation: relation === "same" ? "unrelated" : relation,
      lossless,
      array,
    }),
  ];
}

/** A map is no scalar: from map to array readers lose more than the nesting. */
function arrayStep(before: TrinoType, after: TrinoType): "introduced" | "dissolved" | null {
  if (after.kind === "array" && before.kind !== "map") return "introduced";
  return before.kind === "array" && after.kind !== "map" ? "dissolved" : null;
}
