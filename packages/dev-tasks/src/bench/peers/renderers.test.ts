import { expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import { renderAvro } from "./render-avro.js";
import { renderGraphql } from "./render-graphql.js";
import { renderOpenapi } from "./render-openapi.js";
import { renderProtobuf } from "./render-protobuf.js";

const column = (name: string, type: string, comment: string | null = null) => ({ name, type, nullable: null, comment });
const view: Contract = {
  catalog: "awsdatacatalog",
  schema: "dev_prod_live",
  name: "evergreen_tasks_v1",
  kind: "view",
  security: "definer",
  comment: "Tasks.",
  columns: [
    column("column_name_0", "bigint", 'The "id".'),
    column("column_name_3_renamed", "array(double)"),
    column("column_name_4", "row(id varchar, tags array(boolean))"),
    column("column_name_3_added", "timestamp(3)"),
  ],
  definition: null,
};

test("one view in GraphQL's schema language", () => {
  expect(renderGraphql([view])).toBe(`type evergreen_tasks_v1 {
  "The \\"id\\"."
  column_name_0: Int
  column_name_3_renamed: [Float]
  column_name_4: evergreen_tasks_v1__column_name_4
  column_name_3_added: String
}

type evergreen_tasks_v1__column_name_4 {
  id: String
  tags: [Boolean]
}

type Query {
  evergreen_tasks_v1: [evergreen_tasks_v1]
}
`);
});

test("one view as protobuf: a column keeps its number through a new name, an added one has its own", () => {
  expect(renderProtobuf([view])).toBe(`syntax = "proto3";
package catalogue.v1;

message evergreen_tasks_v1 {
  message Row_column_name_4 {
    string id = 1;
    repeated bool tags = 2;
  }
  // The "id".
  int64 column_name_0 = 1;
  repeated double column_name_3_renamed = 4;
  Row_column_name_4 column_name_4 = 5;
  string column_name_3_added = 1004;
}
`);
});

test("one view as OpenAPI", () => {
  const row = {
    type: "object",
    properties: { id: { type: "string" }, tags: { type: "array", items: { type: "boolean" } } },
  };
  const properties = {
    column_name_0: { description: 'The "id".', type: "integer" },
    column_name_3_renamed: { type: "array", items: { type: "number" } },
    column_name_4: row,
    column_name_3_added: { type: "string" },
  };
  const schema = { type: "array", items: { type: "object", properties } };
  const answer = { description: "Tasks.", content: { "application/json": { schema } } };
  expect(JSON.parse(renderOpenapi([view]))).toEqual({
    openapi: "3.0.0",
    info: { title: "catalogue", version: "1.0.0" },
    paths: { "/evergreen_tasks_v1": { get: { responses: { 200: answer } } } },
  });
});

test("one view as Avro: every field may be null, and each record has a name of its own", () => {
  const field = (name: string, type: unknown) => ({ name, type: ["null", type], default: null });
  const place = "evergreen_tasks_v1__column_name_4";
  const row = {
    type: "record",
    name: place,
    fields: [field("id", "string"), field("tags", { type: "array", items: "boolean" })],
  };
  expect(JSON.parse(renderAvro([view]))).toEqual([
    {
      type: "record",
      name: "evergreen_tasks_v1",
      fields: [
        { ...field("column_name_0", "long"), doc: 'The "id".' },
        field("column_name_3_renamed", { type: "array", items: "double" }),
        field("column_name_4", row),
        field("column_name_3_added", "string"),
      ],
    },
  ]);
});
