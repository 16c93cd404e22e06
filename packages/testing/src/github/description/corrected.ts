import type { Schema } from "./description.js";

/**
 * What an operation takes, where GitHub is known to be milder than its description: a branch's required checks are given as
 * `checks` alone, though the description asks for the deprecated `contexts` too; a request with both is refused
 * (google/go-github#2976, ossf/allstar#156).
 */
export function corrected(operation: string, schema: Schema): Schema {
  if (operation !== "repos/update-branch-protection") return schema;
  const properties = schema.properties as Readonly<Record<string, Schema>>;
  const checks = { ...properties.required_status_checks, required: ["strict"] };
  return { ...schema, properties: { ...properties, required_status_checks: checks } };
}
