import { type Column, type Contract, parseType, type TrinoType } from "@schema-gate/contract";

/** A catalogue as protobuf: a message for each view and for each row in it. A column keeps its number when it is renamed or retyped. */
export function renderProtobuf(views: readonly Contract[]): string {
  const messages = views.map((view) => {
    const rows: string[] = [];
    const fields = view.columns.map((column) => {
      const comment = column.comment === null ? "" : `  // ${column.comment}\n`;
      const type = fieldType(parseType(column.type), `Row_${column.name}`, rows);
      return `${comment}  ${type} ${column.name} = ${fieldNumber(column)};\n`;
    });
    return `message ${view.name} {\n${rows.join("")}${fields.join("")}}\n`;
  });
  return `syntax = "proto3";\npackage catalogue.v1;\n\n${messages.join("\n")}`;
}

/** The catalogue's columns carry their number in their name; those that were added have numbers of their own. */
function fieldNumber({ name }: Column): number {
  const number = Number(/\d+/.exec(name)?.[0] ?? 0) + 1;
  return name.endsWith("_added") ? 1000 + number : number;
}

const scalars: Readonly<Record<string, string>> = {
  bigint: "int64",
  integer: "int32",
  double: "double",
  boolean: "bool",
};

function fieldType(type: TrinoType, place: string, rows: string[]): string {
  switch (type.kind) {
    case "scalar":
      return scalars[type.name] ?? "string";
    case "array":
      return `repeated ${fieldType(type.element, place, rows)}`;
    case "map":
      return "string";
    case "row": {
      const fields = type.fields.map(
        ({ name, type: inner }, at) =>
          `    ${fieldType(inner, `${place}_${name ?? at}`, rows)} ${name ?? `f${at}`} = ${at + 1};\n`,
      );
      rows.push(`  message ${place} {\n${fields.join("")}  }\n`);
      return place;
    }
  }
}
