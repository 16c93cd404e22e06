import { gateRule } from "../catalogue/rule.js";

export const historyRewritten = gateRule({
  id: "history-rewritten",
  title: "History loses lines, or can no longer be read",
  why: "What comes back of a view is held against what its history knew last. Who takes lines away makes one forbidden change into two that nobody is told of.",
  policy: null,
  remedy:
    "Take the history back as the base has it; schema-diff snapshot only ever adds lines to it, also of a view that is gone.",
  scenario:
    "A pull request takes a snapshot with fewer rights, so that it holds no definition any more, and deletes the history beside it. The next one brings another definition, and nothing is left to compare it with.",
});
