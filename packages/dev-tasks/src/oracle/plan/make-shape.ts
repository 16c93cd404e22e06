import type { Dice } from "./dice.js";
import { takeName } from "./names.js";
import { scalarGroups } from "./scalars.js";
import type { Field, RowShape, ScalarShape, Shape } from "./shape.js";

/** How deep types are nested at most. */
export const deepest = 4;

/** Any type, rows and arrays more often the nearer to the top. */
export function makeShape(dice: Dice, depth = 1): Shape {
  const kind = depth >= deepest ? "scalar" : dice.weighted({ scalar: 55, row: 22, array: 15, map: 8 });
  switch (kind) {
    case "scalar":
      return makeScalar(dice);
    case "row":
      return makeRow(dice, depth);
    case "array":
      return {
        kind,
        element: dice.chance(60) && depth < deepest - 1 ? makeRow(dice, depth + 1) : makeShape(dice, depth + 1),
      };
    case "map":
      return { kind, key: makeScalar(dice), value: makeShape(dice, depth + 1) };
  }
}

export function makeScalar(dice: Dice): ScalarShape {
  return { kind: "scalar", type: dice.pick(dice.pick(scalarGroups)), seed: dice.int(1, 60) };
}

function makeRow(dice: Dice, depth: number): RowShape {
  const fields: Field[] = [];
  const count = dice.int(1, 3);
  const anonymous = dice.chance(4);
  for (let index = 0; index < count; index += 1) {
    const taken = fields.map(({ name }) => name);
    fields.push({ name: anonymous ? null : takeName(dice, taken), shape: makeShape(dice, depth + 1) });
  }
  return { kind: "row", fields };
}
