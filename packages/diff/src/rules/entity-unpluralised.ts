import { familyOf, isInPublicSchema, nameLabel } from "@schema-gate/contract";
import { pluralize } from "inflection";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { rawKind } from "../policy/raw-names.js";

export const entityUnpluralised = policyStateRule<"view">({
  id: "entity-unpluralised",
  subject: "view",
  title: "Entity not in the plural",
  why: "Each row is one of the things the view is named for; names that follow one form can be guessed.",
  policy: policyParagraphs.naming,
  find: ({ view, config }) => {
    const { patterns } = config.naming;
    const entity = isInPublicSchema(view, config) ? familyOf(view.name, patterns).entity : null;
    const noun = entity?.split("_").at(-1) ?? "";
    if (noun === "" || rawKind(view, patterns) !== null || pluralize(noun) === noun) return [];
    const message = `In ${nameLabel(view.name)}, ${nameLabel(noun)} is not in the plural.`;
    return [{ path: "", found: entity, message }];
  },
  remedy: "Name the next version in the plural (project_versions, bfs); renaming this one would break its readers.",
  scenario: "A view is published as evergreen_task_v1, and holds many tasks.",
});
