import type { ViewName } from "../contract.js";
import type { Config } from "./config-schema.js";

/** Whether a view stands in a public schema: its readers are everybody. */
export function isInPublicSchema(view: ViewName, { publicSchemas }: Pick<Config, "publicSchemas">): boolean {
  return matchesAny(view, publicSchemas);
}

/** Whether a view stands in a team's private landing zone. A schema that is public too counts as public. */
export function isInLandingSchema(view: ViewName, config: Pick<Config, "publicSchemas" | "landingSchemas">): boolean {
  return matchesAny(view, config.landingSchemas) && !isInPublicSchema(view, config);
}

/** Whether a schema is the private landing zone of a project: a pattern's `*` stands for its name there. */
export function isLandingSchemaOf(
  project: string,
  view: ViewName,
  { landingSchemas }: Pick<Config, "landingSchemas">,
): boolean {
  return matchesAny(
    view,
    landingSchemas.map((pattern) => pattern.replace("*", project)),
  );
}

/** Whether a catalog is that of an operational database. */
export function isOperationalCatalog(
  catalog: string,
  { operationalCatalogs }: Pick<Config, "operationalCatalogs">,
): boolean {
  return operationalCatalogs.some((pattern) => matchesPattern(catalog, pattern));
}

function matchesAny({ catalog, schema }: ViewName, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    return (
      matchesPattern(schema, pattern) || (pattern.includes(".") && matchesPattern(`${catalog}.${schema}`, pattern))
    );
  });
}

/** Whether a name fits a pattern in which `*` stands for any text; letter case does not count, as in Trino. */
function matchesPattern(name: string, pattern: string): boolean {
  const [start = "", ...rest] = pattern.toLowerCase().split("*");
  const folded = name.toLowerCase();
  const end = rest.pop();
  if (end === undefined) return folded === start;
  if (!folded.startsWith(start)) return false;
  let at = start.length;
  for (const piece of rest) {
    const found = folded.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return folded.length - end.length >= at && folded.endsWith(end);
}
