import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const latencyUnstated = policyStateRule<"view">({
  id: "latency-unstated",
  subject: "view",
  title: "No latency stated",
  why: "Readers must be able to tell how long after an event its row is there.",
  policy: policyParagraphs.explicit,
  find: (state) => {
    const promises = promisedOf(state);
    if (!promises || promises.latency.length > 0) return [];
    return [{ path: "@latency", found: null, message: "The contract does not say how timely the data is." }];
  },
  remedy: "State how late data may be (slaProperties, property latency).",
  scenario: "The contract of a published view has no latency.",
});
