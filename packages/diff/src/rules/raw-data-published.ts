import { isInPublicSchema, viewLabel } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { rawKind } from "../policy/raw-names.js";

const articled = { raw: "a raw", intermediate: "an intermediate" } as const;

export const rawDataPublished = policyStateRule<"view">({
  id: "raw-data-published",
  subject: "view",
  title: "Raw or intermediate table published",
  why: "What was copied as it is, or is half made, changes whenever its source does; readers need views that are maintained.",
  policy: policyParagraphs.raw,
  find: ({ view, config }) => {
    const kind = isInPublicSchema(view, config) ? rawKind(view, config.naming.patterns) : null;
    if (kind === null) return [];
    return [
      {
        path: "",
        found: kind,
        message: `By its name ${viewLabel(view)} is ${articled[kind]} table, and it is public.`,
      },
    ];
  },
  remedy: "Move the table to the landing zone of its team and publish a view over it.",
  scenario: "A table whose name ends in __raw or _intermediate stands in the public schema.",
});
