import { type Contract, parseType, type TrinoType } from "@schema-gate/contract";

type Schema = Readonly<Record<string, unknown>>;

/** A catalogue as an OpenAPI document: a path for each view that answers with its rows. */
export function renderOpenapi(views: readonly Contract[]): string {
  const paths = views.map((view) => {
    const content = { "application/json": { schema: { type: "array", items: viewSchema(view) } } };
    return [`/${view.name}`, { get: { responses: { 200: { description: view.comment, content } } } }];
  });
  const info = { title: "catalogue", version: "1.0.0" };
  return `${JSON.stringify({ openapi: "3.0.0", info, paths: Object.fromEntries(paths) })}\n`;
}

/** A view's row as JSON Schema. */
function viewSchema({ columns }: Contract): Schema {
  const properties = columns.map(({ name, type, comment }) => {
    const schema = typeSchema(parseType(type));
    return [name, comment === null ? schema : { description: comment, ...schema }];
  });
  return { type: "object", properties: Object.fromEntries(properties) };
}

const scalars: Readonly<Record<string, string>> = {
  bigint: "integer",
  integer: "integer",
  double: "number",
  decimal: "number",
  boolean: "boolean",
};

function typeSchema(type: TrinoType): Schema {
  switch (type.kind) {
    case "scalar":
      return { type: scalars[type.name] ?? "string" };
    case "array":
      return { type: "array", items: typeSchema(type.element) };
    case "map":
      return { type: "object", additionalProperties: typeSchema(type.value) };
    case "row": {
      const fields = type.fields.map(({ name, type: inner }, at) => [name ?? `f${at}`, typeSchema(inner)]);
      return { type: "object", properties: Object.fromEntries(fields) };
    }
  }
}
