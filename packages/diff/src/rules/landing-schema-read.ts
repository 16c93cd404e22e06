import { isInLandingSchema, isLandingSchemaOf, type ViewName } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { ownProjects } from "../policy/own-projects.js";
import { rawKind } from "../policy/raw-names.js";
import { tablesFound } from "../policy/tables-found.js";

export const landingSchemaRead = policyStateRule<"source">({
  id: "landing-schema-read",
  subject: "source",
  title: "Another team's raw data read",
  why: "Raw data changes with the application that writes it, and its team warns nobody.",
  policy: policyParagraphs.raw,
  find: (source) => {
    const { config } = source;
    const own = ownProjects(source);
    const isForeign = (table: ViewName) => {
      if (isInLandingSchema(table, config)) return !own.some((project) => isLandingSchemaOf(project, table, config));
      return (
        rawKind(table, config.naming.patterns) === "raw" && !own.some((project) => table.name.startsWith(`${project}_`))
      );
    };
    return tablesFound(source, isForeign, "raw data of another team");
  },
  remedy: "Read the view that team publishes, or ask them for one.",
  scenario: "The SQL of a view of Evergreen reads a table in results_landing.",
});
