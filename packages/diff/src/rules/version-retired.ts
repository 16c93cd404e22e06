import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { supportSentence } from "../versions/support-sentences.js";

export const versionRetired = changeRule<"view-removed">({
  id: "version-retired",
  on: "view-removed",
  when: (change) => change.support.kind === "ended" || change.support.kind === "ready",
  title: "Version retired",
  why: "Its successor has been there for longer than the support window, or all teams known to read it are ready: the version may go.",
  policy: policyParagraphs.stable,
  impact: "neutral",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} was removed. ${supportSentence(change.support)}`,
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario:
      "Version 2 was released five months ago and version 1 is dropped. Queries on version 1 fail, as was announced for a quarter.",
  },
});
