import * as z from "zod";

/** The keys a schema allows in the object at `path`; none where any key is allowed. */
export function allowedKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let here: readonly z.core.JSONSchema.BaseSchema[] = [z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })];
  for (const step of path) here = here.flatMap((node) => alternatives(node).flatMap((choice) => child(choice, step)));
  return [...new Set(here.flatMap(alternatives).flatMap((node) => Object.keys(node.properties ?? {})))];
}

function alternatives(node: z.core.JSONSchema.BaseSchema): readonly z.core.JSONSchema.BaseSchema[] {
  return [node, ...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter((choice) => typeof choice !== "boolean");
}

function child(node: z.core.JSONSchema.BaseSchema, step: PropertyKey): readonly z.core.JSONSchema.BaseSchema[] {
  const found = typeof step === "number" ? node.items : (node.properties?.[String(step)] ?? node.additionalProperties);
  return typeof found === "object" && !Array.isArray(found) ? [found] : [];
}
