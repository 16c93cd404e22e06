import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { promisedOf } from "../policy/promised-of.js";

export const ownerUnnamed = policyStateRule<"view">({
  id: "owner-unnamed",
  subject: "view",
  title: "No owner named",
  why: "Whoever reads a view must be able to find the team that answers for it.",
  policy: policyParagraphs.documented,
  find: (state) => {
    const promises = promisedOf(state);
    if (!promises || promises.owner !== null) return [];
    return [{ path: "@owner", found: null, message: "The contract names no team that owns the view." }];
  },
  remedy: "Name the team that owns the view (team.name).",
  scenario: "The contract of a published view has no team.",
});
