import { type Contract, parseType, type TrinoType } from "@schema-gate/contract";

/** A catalogue as GraphQL's schema language: a type for each view and for each row in it, a query that reaches all. */
export function renderGraphql(views: readonly Contract[]): string {
  const rows: string[] = [];
  const types = views.map((view) => {
    const fields = view.columns.map(({ name, type, comment }) => {
      const text = comment === null ? "" : `  ${JSON.stringify(comment)}\n`;
      return `${text}  ${name}: ${typeName(parseType(type), `${view.name}__${name}`, rows)}\n`;
    });
    return `type ${view.name} {\n${fields.join("")}}\n`;
  });
  const query = `type Query {\n${views.map(({ name }) => `  ${name}: [${name}]\n`).join("")}}\n`;
  return [...types, ...rows, query].join("\n");
}

const scalars: Readonly<Record<string, string>> = {
  bigint: "Int",
  integer: "Int",
  double: "Float",
  decimal: "Float",
  boolean: "Boolean",
};

function typeName(type: TrinoType, place: string, rows: string[]): string {
  switch (type.kind) {
    case "scalar":
      return scalars[type.name] ?? "String";
    case "array":
      return `[${typeName(type.element, place, rows)}]`;
    case "map":
      return "String";
    case "row": {
      const fields = type.fields.map(
        ({ name, type: inner }, at) => `  ${name ?? `f${at}`}: ${typeName(inner, `${place}__${name ?? at}`, rows)}\n`,
      );
      rows.push(`type ${place} {\n${fields.join("")}}\n`);
      return place;
    }
  }
}
