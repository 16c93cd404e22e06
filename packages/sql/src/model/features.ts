import { aggregateFunctions } from "./aggregate-functions.js";
import type { Expression } from "./expression.js";

const volatile = new Set(["random", "rand", "uuid", "shuffle"]);

function some(expression: Expression, test: (expression: Expression) => boolean): boolean {
  if (test(expression)) return true;
  const inside = expression.kind === "words" || expression.kind === "unordered";
  return inside && expression.parts.some((part) => some(part, test));
}

/** Whether one value is made of many rows; a function with OVER is none, and a subquery aggregates for itself. */
export function isAggregate(expression: Expression): boolean {
  return some(expression, (each) => each.kind === "words" && each.call !== null && aggregateFunctions.has(each.call));
}

/** Whether the value depends on other rows through OVER. */
export function isWindowed(expression: Expression): boolean {
  return some(expression, (each) => each.kind === "word" && each.text === "OVER");
}

/** Whether two evaluations of the expression may differ. */
export function isVolatile(expression: Expression): boolean {
  return some(expression, (each) => each.kind === "words" && each.call !== null && volatile.has(each.call));
}
