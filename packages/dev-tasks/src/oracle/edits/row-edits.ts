import type { Dice } from "../plan/dice.js";
import type { Frame } from "../plan/frame.js";
import { type Edit, wholeView } from "./edit.js";

function editFrame(edit: (dice: Dice, frame: Frame) => Partial<Frame> | null): Edit {
  return (dice, view) => {
    const change = edit(dice, view.frame);
    // The rows of a table are what was put in it; no definition tells.
    if (change === null || view.kind === "table") return null;
    view.frame = { ...view.frame, ...change };
    return wholeView;
  };
}

export const toggleDistinct = editFrame((_, { distinct, groupBy }) => (groupBy ? null : { distinct: !distinct }));

export const otherSetOperation = editFrame((dice, { setOperation }) => ({
  setOperation: dice.pick((["UNION ALL", "UNION", "EXCEPT", null] as const).filter((each) => each !== setOperation)),
}));

export const toggleUnnest = editFrame((_, { unnest, lateral }) => (lateral === null ? { unnest: !unnest } : null));

export const otherGrouping = editFrame((dice, { groupBy, distinct }) => {
  if (distinct) return null;
  const now = groupBy?.join();
  return { groupBy: dice.pick(([["k"], ["k", "g"], null] as const).filter((each) => each?.join() !== now)) };
});

export const otherFilter = editFrame((dice, { where, lateral }) => {
  if (lateral !== null) return null;
  return { where: where.length > 0 && dice.chance(50) ? [] : [dice.pick(["$.k < 2", "$.k <> 1", "$.g = 1"])] };
});

export const otherJoin = editFrame((dice, { join, lateral }) =>
  lateral === null ? { join: dice.pick((["JOIN", "LEFT JOIN", null] as const).filter((each) => each !== join)) } : null,
);

export const otherRowsWithin = editFrame((dice, { within }) => ({
  within: dice.pick((["limit", "latest", "sample", null] as const).filter((each) => each !== within)),
}));

export const otherSource = editFrame((_, { from }) => ({ from: from === "runs" ? "others" : "runs" }));

export const otherLateral = editFrame((dice, { lateral }) =>
  lateral === null ? null : { lateral: dice.pick([0, 2]) },
);

/** Another way of writing the same. */
export const rewrite = editFrame((dice, { style }) => ({
  style: {
    alias: dice.pick(["s", "r", "source_of_runs"]),
    quoted: dice.chance(50),
    cte: dice.chance(50),
    swapped: !style.swapped,
    lines: dice.chance(50),
  },
}));
