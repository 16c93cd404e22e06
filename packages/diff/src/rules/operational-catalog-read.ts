import { isOperationalCatalog } from "@schema-gate/contract";
import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { tablesFound } from "../policy/tables-found.js";

export const operationalCatalogRead = policyStateRule<"source">({
  id: "operational-catalog-read",
  subject: "source",
  title: "Operational database queried",
  why: "Every query of a reader would run on a database that serves users; snapshots of it belong in a landing zone.",
  policy: policyParagraphs.atlas,
  find: (source) =>
    tablesFound(source, ({ catalog }) => isOperationalCatalog(catalog, source.config), "an operational database"),
  remedy: "Read a snapshot of it in the landing zone of the team, filled by a job.",
  scenario: "The SQL of a view reads a collection in a catalog of Atlas.",
});
