import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const retentionUnstated = policyStateRule<"view">({
  id: "retention-unstated",
  subject: "view",
  title: "No retention stated",
  why: "Readers must be able to tell how far back the rows go.",
  policy: policyParagraphs.explicit,
  find: (state) => {
    const promises = promisedOf(state);
    if (!promises || promises.retention.length > 0) return [];
    return [{ path: "@retention", found: null, message: "The contract does not say how far back the data goes." }];
  },
  remedy: "State how long rows are kept (slaProperties, property retention; unlimited is written).",
  scenario: "The contract of a published view has no retention.",
});
