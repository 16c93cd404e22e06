import { familyOf, fitsPattern, isInPublicSchema, nameLabel } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { rawKind } from "../policy/raw-names.js";

export const viewMisnamed = policyStateRule<"view">({
  id: "view-misnamed",
  subject: "view",
  title: "Name fits no pattern",
  why: "Names tell readers whose data it is, what the rows are and which version this is.",
  policy: policyParagraphs.naming,
  find: ({ view, config }) => {
    const { patterns } = config.naming;
    // That a raw table is public at all is found already; another name would not help it.
    if (!isInPublicSchema(view, config) || rawKind(view, patterns) !== null) return [];
    const isNumbered = familyOf(view.name, patterns).version >= 1;
    if (isNumbered && fitsPattern(view.name, patterns)) return [];
    const wanted = isNumbered ? `is not like ${patterns.join(" or ")}` : "starts below version 1";
    return [{ path: "", found: view.name, message: `The name ${nameLabel(view.name)} ${wanted}.` }];
  },
  remedy:
    "Publish the next version under a name like evergreen_project_versions_v1; renaming this one would break its readers.",
  scenario: "A view is published as Tasks, without project and version.",
});
