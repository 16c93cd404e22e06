import type { Profile, ViewName } from "@schema-gate/contract";
import type { LiveTrino } from "@schema-gate/gate";

/** The schemas that a profile names, as Trino keeps them. */
export function schemasOf({ catalog, schemas }: Pick<Profile, "catalog" | "schemas">): LiveTrino["schemas"] {
  const names = new Set(schemas.map((schema) => schema.toLowerCase()));
  return Array.from(names, (schema) => ({ catalog: catalog.toLowerCase(), schema }));
}

/** Which views a profile is about; what is committed of others is no business of a run with it. */
export function coverage(profile: Pick<Profile, "catalog" | "schemas">): (view: ViewName) => boolean {
  const covered = schemasOf(profile);
  return (view) => covered.some(({ catalog, schema }) => catalog === view.catalog && schema === view.schema);
}
