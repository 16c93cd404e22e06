import type { Dice } from "./dice.js";
import { type Frame, plainFrame } from "./frame.js";
import { makeShape } from "./make-shape.js";
import { takeName } from "./names.js";
import type { PlannedColumn, PlannedView } from "./planned-view.js";

const comments = ["How long it took, in seconds.", "The host it ran on.", "Average cost of a run."];

export function makeView(dice: Dice): PlannedView {
  const columns: PlannedColumn[] = [];
  const count = dice.int(1, 5);
  for (let index = 0; index < count; index += 1) columns.push(makeColumn(dice, columns));
  return {
    kind: "view",
    security: dice.chance(90) ? "definer" : "invoker",
    comment: dice.chance(15) ? dice.pick(comments) : null,
    columns,
    frame: makeFrame(dice),
  };
}

export function makeColumn(dice: Dice, beside: readonly { readonly name: string }[]): PlannedColumn {
  return {
    name: takeName(
      dice,
      beside.map(({ name }) => name),
    ),
    shape: makeShape(dice),
    comment: dice.chance(10) ? dice.pick(comments) : null,
    required: false,
    nullable: true,
  };
}

/** Every fresh column with another comment than the one it has. */
export function otherComment(dice: Dice, comment: string | null): string {
  return dice.pick(comments.filter((each) => each !== comment));
}

function makeFrame(dice: Dice): Frame {
  const form = dice.weighted({
    plain: 30,
    where: 16,
    group: 12,
    distinct: 8,
    union: 10,
    unnest: 8,
    join: 8,
    within: 8,
    lateral: 6,
  });
  const frame: Frame = { ...plainFrame };
  switch (form) {
    case "where":
      frame.where = ["$.k < 3", "$.g < 5"];
      break;
    case "group":
      frame.groupBy = dice.pick([["k"], ["k", "g"]] as const);
      break;
    case "distinct":
      frame.distinct = true;
      break;
    case "union":
      frame.setOperation = dice.pick(["UNION ALL", "UNION", "EXCEPT"] as const);
      break;
    case "unnest":
      frame.unnest = true;
      break;
    case "join":
      frame.join = dice.pick(["JOIN", "LEFT JOIN"] as const);
      break;
    case "within":
      frame.within = dice.pick(["limit", "latest"] as const);
      break;
    case "lateral":
      frame.lateral = 1;
      break;
    case "plain":
      break;
  }
  return frame;
}
