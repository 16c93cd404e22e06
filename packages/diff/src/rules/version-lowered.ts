import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const versionLowered = changeRule<"view-added">({
  id: "version-lowered",
  on: "view-added",
  when: (change) => change.place === "below-highest",
  title: "Version numbered below the highest",
  why: "Readers take the highest number for the newest version.",
  policy: policyParagraphs.naming,
  impact: "risky",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} is new but numbered below a version that was there already.`,
  remedy: "Give the new version the next free number.",
  witness: () => null,
  proof: {
    scenario:
      "Version 3 stands, and version 2 is published after it. Every query runs; a reader who moves to the highest number misses the newest version.",
  },
});
