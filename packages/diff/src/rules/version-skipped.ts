import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const versionSkipped = changeRule<"view-added">({
  id: "version-skipped",
  on: "view-added",
  when: (change) => change.place === "skipping",
  title: "Version number skipped",
  why: "A gap in the numbers makes readers look for a version that never was.",
  policy: policyParagraphs.naming,
  impact: "risky",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} is new and skips a version number.`,
  remedy: "Number versions one after the other.",
  witness: () => null,
  proof: {
    scenario:
      "Version 1 stands, and version 3 is published. Every query runs; a reader who was told of each new version asks what became of version 2.",
  },
});
