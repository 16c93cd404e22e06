import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const draftRemoved = changeRule<"view-removed">({
  id: "draft-removed",
  on: "view-removed",
  when: (change) => change.support.kind === "unpublished",
  title: "Unpublished view removed",
  why: "The view was not published: it stood in no public schema, or only as the contract of a draft. Nobody was promised anything.",
  policy: policyParagraphs.stable,
  impact: "neutral",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} was removed; it was not published.`,
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario:
      "A team tries a view out in its own schema and drops it again. Queries on it fail, but nothing that stands outside the public schemas was promised to anybody.",
  },
});
