import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const documentationUnlinked = policyStateRule<"view">({
  id: "documentation-unlinked",
  subject: "view",
  title: "No documentation record",
  why: "Readers learn structure and usage from the record of the view, and find the record by the link in the contract.",
  policy: policyParagraphs.documented,
  find: (state) => {
    const promises = promisedOf(state);
    if (!promises || promises.documentation.length > 0) return [];
    return [{ path: "@documentation", found: null, message: "The contract links to no documentation record." }];
  },
  remedy: "Link to the record of the view in Alation (authoritativeDefinitions, type and url).",
  scenario: "The contract of a published view links to no record.",
});
