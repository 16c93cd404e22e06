import { promisePath } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { exceededLimit } from "../policy/freshness-guidance.js";
import { promisedOf } from "../policy/promised-of.js";

export const latencyExceeded = policyStateRule<"view">({
  id: "latency-exceeded",
  subject: "view",
  title: "Latency beyond the guidance",
  why: "Readers who use the view for this expect fresher data.",
  policy: policyParagraphs.stale,
  find: (state) => {
    const { latency = [], use = null } = promisedOf(state) ?? {};
    return latency.flatMap(({ element, text, value }) => {
      const limit = exceededLimit(value, use);
      if (limit === null) return [];
      const message = `The latency is ${text}; data for ${use} use is ${limit} late at most.`;
      return [{ path: promisePath("latency", element), found: text, message }];
    });
  },
  remedy:
    "Run the job more often, or state another use after asking the stakeholders; the guidance is a starting point.",
  scenario: "A view for people who wait promises its data within an hour, where the guidance is half an hour.",
});
