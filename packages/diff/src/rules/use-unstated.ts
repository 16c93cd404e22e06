import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const useUnstated = policyStateRule<"view">({
  id: "use-unstated",
  subject: "view",
  title: "Use not stated",
  why: "What delay readers can live with depends on what the view is made for; without it no latency can be judged.",
  policy: policyParagraphs.stale,
  find: (state) => {
    const promises = promisedOf(state);
    if (!promises || promises.use !== null) return [];
    return [{ path: "@use", found: null, message: "The contract does not say what the view is made for." }];
  },
  remedy: "State the use: human-scale, semi-realtime, analytical or report (customProperties, property use).",
  scenario: "The contract of a published view has no use.",
});
