import { familyOf, isInPublicSchema, nameLabel } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";

export const projectUnlisted = policyStateRule<"view">({
  id: "project-unlisted",
  subject: "view",
  title: "Unknown project in the name",
  why: "A project is the namespace of its entities; a misspelt one makes a second.",
  policy: policyParagraphs.naming,
  find: ({ view, config: { projects, ...config } }) => {
    const { project, entity } = familyOf(view.name, config.naming.patterns);
    if (projects.length === 0 || project === null || !isInPublicSchema(view, config)) return [];
    // Where the project ends and the entity starts is not always told by the name alone.
    const rest = [project, entity].join("_");
    if (projects.some((known) => rest.startsWith(`${known}_`))) return [];
    const message = `The name ${nameLabel(view.name)} starts with no project that schema-gate.yaml lists.`;
    return [{ path: "", found: project, message }];
  },
  remedy: "Name a listed project in the next version, or have the project listed (projects in schema-gate.yaml).",
  scenario: "The configuration lists evergreen and results, and a view is published as evergren_tasks_v1.",
});
