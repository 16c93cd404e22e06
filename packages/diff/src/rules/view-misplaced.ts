import { isInPublicSchema, viewLabel } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";

export const viewMisplaced = policyStateRule<"view">({
  id: "view-misplaced",
  subject: "view",
  title: "View outside the public schema",
  why: "Readers look for views in the public schema, and the policy guards what stands there.",
  policy: policyParagraphs.documented,
  find: ({ view, contract, config }) => {
    const status = contract?.promises?.status;
    if ((status !== "active" && status !== "deprecated") || isInPublicSchema(view, config)) return [];
    const place = `${viewLabel(view)} is ${status}, and stands in none of the public schemas`;
    return [{ path: "", found: status, message: `The view ${place} (${config.publicSchemas.join(", ")}).` }];
  },
  remedy: "Publish the view in the public schema, or keep its contract a draft.",
  scenario: "A contract is active, and its view stands in a schema of the team.",
});
