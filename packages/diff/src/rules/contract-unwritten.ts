import { isInPublicSchema, viewLabel } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";

export const contractUnwritten = policyStateRule<"view">({
  id: "contract-unwritten",
  subject: "view",
  title: "No contract written",
  why: "Owner, freshness and documentation of a published view are promised nowhere; only its columns are guarded.",
  policy: policyParagraphs.documented,
  find: ({ view, contract, mayPromise, config }) => {
    if (contract !== null || !mayPromise || !isInPublicSchema(view, config)) return [];
    return [{ path: "@contract", found: null, message: `The published view ${viewLabel(view)} has no contract.` }];
  },
  remedy: "Write it with schema-diff init, which asks only for what Trino cannot know.",
  scenario: "A view has a snapshot in a public schema and no contract in schemas/.",
});
