import { gateRule } from "../catalogue/rule.js";

export const promiseUnmeasured = gateRule({
  id: "promise-unmeasured",
  title: "Promise was not measured",
  why: "A promise that nobody looked at must not look kept.",
  policy: null,
  remedy:
    "Name a date or timestamp column as the element of the promise; or give the view or the run more time (--view-seconds, --run-minutes).",
  scenario:
    "A contract promises its data within an hour by a column that holds a number; or the query took longer than one view may take.",
});
