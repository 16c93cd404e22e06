import { nameLabel, type Profile, type ViewName } from "@schema-gate/contract";

/** Which views a run of drift looked at: what it does not tell of these is in order, of others it knows nothing. */
export interface Scope {
  covers(view: ViewName): boolean;
  /** What the labels of covered views start with, `catalog.schema.`. */
  readonly starts: readonly string[];
}

/** What `schema-diff drift` looks at with a profile. */
export function scopeOf({ catalog, schemas }: Pick<Profile, "catalog" | "schemas">): Scope {
  const folded = catalog.toLowerCase();
  const names = new Set(schemas.map((schema) => schema.toLowerCase()));
  return {
    covers: (view) => view.catalog === folded && names.has(view.schema),
    starts: [...names].map((schema) => `${nameLabel(folded)}.${nameLabel(schema)}.`),
  };
}
