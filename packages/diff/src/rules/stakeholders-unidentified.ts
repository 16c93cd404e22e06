import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const stakeholdersUnidentified = policyStateRule<"view">({
  id: "stakeholders-unidentified",
  subject: "view",
  title: "Deprecated without known stakeholders",
  why: "A view may go once all its users are identified and ready; nobody was identified here.",
  policy: policyParagraphs.stable,
  find: (state) => {
    const promises = promisedOf(state);
    if (promises?.status !== "deprecated" || promises.stakeholders.length > 0) return [];
    return [{ path: "@stakeholders", found: null, message: "The view is deprecated, and no stakeholder is recorded." }];
  },
  remedy: "Find out who reads the view (schema-diff readers) and record them (stakeholders).",
  scenario: "A contract is deprecated, and names no team that reads the view.",
});
