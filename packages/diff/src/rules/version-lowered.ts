import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const versionLowered = changeRule<"view-added">({
  id: "version-lowered",
  on: "view-added",
  when: (change) => change.place === "not-highest",
  title: "Version not numbered above the others",
  why: "Readers take the highest number for the newest version.",
  policy: policyParagraphs.naming,
  impact: "risky",
  breaks: [],
  message: (change) =>
    `View ${viewLabel(change.view)} is new but not numbered above every version that was there already.`,
  remedy: "Give the new version the next free number.",
  witness: () => null,
  proof: {
    scenario:
      "Version 3 stands, and version 2 is published after it. Every query runs; a reader who moves to the highest number misses the newest version.",
  },
});
