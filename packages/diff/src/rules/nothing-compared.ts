import { gateRule } from "../catalogue/rule.js";

export const nothingCompared = gateRule({
  id: "nothing-compared",
  title: "Nothing was compared",
  why: "A gate that looked at no view must not look green.",
  policy: null,
  remedy: "Commit the snapshots, or point the check at the folder that holds them.",
  scenario: "Neither the base branch nor the change holds a snapshot.",
});
