import { promiseSentence } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { supportSentence } from "../versions/support-sentences.js";

export const statusLowered = changeRule<"status-changed">({
  id: "status-lowered",
  on: "status-changed",
  when: (change) => change.step === "lowered",
  title: "Version taken back from its readers",
  why: "A version that is out has readers. As a draft, a proposal or retired nothing of it is promised any more.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: ({ support }) => (support?.kind === "ended" || support?.kind === "ready" ? "neutral" : null),
  milder: [{ impact: "neutral", when: "a deprecated version is retired when it might be removed as well" }],
  breaks: ["row-count", "timeliness"],
  message: (change) =>
    [promiseSentence("The status", change), ...(change.support ? [supportSentence(change.support)] : [])].join(" "),
  remedy:
    "Leave the status as it is; deprecate the version when its successor is out, and retire it when support has ended.",
  witness: () => null,
  proof: {
    scenario:
      "A team sets the contract of a version that is out back to draft, removes a column, and says that drafts may change. The dashboards that read the view fail.",
  },
});
