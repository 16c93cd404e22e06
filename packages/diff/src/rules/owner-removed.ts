import { policyChangeRule, policyParagraphs } from "../catalogue/rule.js";

export const ownerRemoved = policyChangeRule<"owner-changed">({
  id: "owner-removed",
  on: "owner-changed",
  when: (change) => change.after === null,
  title: "Owner no longer named",
  why: "Public data has somebody who answers for it.",
  policy: policyParagraphs.documented,
  message: (change) => `The owner was ${change.before} and is named no longer.`,
  remedy: "Name the team that owns the view (team.name).",
  scenario: "A contract named the team that owns the view, and no longer does.",
});
