import { type Config, isInPublicSchema, type ViewName } from "@schema-gate/contract";
import type { Sides } from "../sides/side.js";

/** The names of the schemas of both sides that the configuration's patterns call public. */
export function publicSchemas({ before, after }: Sides, config: Pick<Config, "publicSchemas">): string[] {
  const bySchema = new Map<string, ViewName>();
  for (const { entries } of [before, after]) {
    let last: ViewName | null = null;
    for (const { name } of entries.values()) {
      // Views of one schema stand together: ten thousand names make a handful of keys.
      if (last?.schema === name.schema && last.catalog === name.catalog) continue;
      bySchema.set(JSON.stringify([name.catalog, name.schema]), name);
      last = name;
    }
  }
  const found = [...bySchema.values()].filter((view) => isInPublicSchema(view, config));
  return [...new Set(found.map(({ schema }) => schema))];
}
