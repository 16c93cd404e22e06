import { gateRule } from "../catalogue/rule.js";

export const baseUnreadable = gateRule({
  id: "base-unreadable",
  title: "What the base holds of a view cannot be read",
  why: "Nobody can tell what a change takes from a view whose snapshot or contract was no longer one. What cannot be compared must not look green.",
  policy: null,
  remedy:
    "Compare the mended file with the last one that could be read, and have leads approve a waiver of this finding; schema-diff waive writes it. Where the base is mended already, merge it into the branch.",
  scenario:
    "A contract was merged past the gate with a conflict in it. The change that mends it is held against nothing, and may take away what was promised before.",
});
