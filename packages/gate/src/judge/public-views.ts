import { type Config, isInPublicSchema, type ViewName } from "@schema-gate/contract";

/** Tells which views are public; the patterns are asked once for each schema of each catalog. */
export function publicViews(config: Pick<Config, "publicSchemas">): (view: ViewName) => boolean {
  const known = new Map<string, boolean>();
  return (view) => {
    const schema = JSON.stringify([view.catalog, view.schema]);
    const isPublic = known.get(schema) ?? isInPublicSchema(view, config);
    known.set(schema, isPublic);
    return isPublic;
  };
}
