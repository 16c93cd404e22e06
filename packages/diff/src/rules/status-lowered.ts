import { compareDates } from "@schema-gate/contract";
import { promiseSentence } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const statusLowered = changeRule<"status-changed">({
  id: "status-lowered",
  on: "status-changed",
  when: (change) => change.step === "lowered",
  title: "Version taken back from its readers",
  why: "A version that is out has readers. As a draft, a proposal or retired nothing of it is promised any more.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: ({ supportEnds }, { asOf }) =>
    supportEnds !== null && compareDates(asOf, supportEnds) > 0 ? "neutral" : null,
  milder: [{ impact: "neutral", when: "a deprecated version is retired after the announced end of its support" }],
  breaks: ["row-count", "timeliness"],
  message: (change) => promiseSentence("The status", change),
  remedy:
    "Leave the status as it is; deprecate the version when its successor is out, and retire it when support has ended.",
  witness: () => null,
  proof: {
    scenario:
      "A team sets the contract of a version that is out back to draft, removes a column, and says that drafts may change. The dashboards that read the view fail.",
  },
});
