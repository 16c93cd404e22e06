import { type Contract, parseType, type TrinoType } from "@schema-gate/contract";

/** A catalogue as Avro: a list of record schemas, one for each view, all of their fields nullable. */
export function renderAvro(views: readonly Contract[]): string {
  const records = views.map(({ name, columns }) => ({
    type: "record",
    name,
    fields: columns.map((column) =>
      field(column.name, parseType(column.type), `${name}__${column.name}`, column.comment),
    ),
  }));
  return `${JSON.stringify(records)}\n`;
}

const scalars: Readonly<Record<string, string>> = {
  bigint: "long",
  integer: "int",
  double: "double",
  boolean: "boolean",
};

function field(name: string, type: TrinoType, place: string, comment: string | null) {
  const shared = { name, type: ["null", typeSchema(type, place)], default: null };
  return comment === null ? shared : { ...shared, doc: comment };
}

function typeSchema(type: TrinoType, place: string): unknown {
  switch (type.kind) {
    case "scalar":
      return scalars[type.name] ?? "string";
    case "array":
      return { type: "array", items: typeSchema(type.element, place) };
    case "map":
      return { type: "map", values: typeSchema(type.value, place) };
    case "row": {
      const fields = type.fields.map(({ name, type: inner }, at) => {
        const own = name ?? `f${at}`;
        return field(own, inner, `${place}__${own}`, null);
      });
      return { type: "record", name: place, fields };
    }
  }
}
