import { promiseSentence } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const supportEndMoved = changeRule<"support-end-moved">({
  id: "support-end-moved",
  on: "support-end-moved",
  title: "End of support moved",
  why: "Readers plan their move by the announced day. An earlier one leaves them with queries that fail before they were told.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: (change) => (change.isEarlier ? null : "additive"),
  milder: [{ impact: "additive", when: "support ends later" }],
  breaks: ["timeliness"],
  message: (change) => promiseSentence("The end of support", change),
  remedy: (change) =>
    change.isEarlier ? `Keep the end of support on ${change.before}, or move it to a later day.` : "Nothing to do.",
  witness: () => null,
  proof: {
    scenario:
      "Support was to end in March and a team planned its move for February. The day is set to January, the view goes, and the team’s jobs fail.",
  },
});
