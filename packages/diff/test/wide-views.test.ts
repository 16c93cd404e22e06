import { expect, test } from "@jest/globals";
import type { Column, Contract } from "@schema-gate/contract";
import { compareFixture } from "./read-fixture.js";

const width = 50_000;

function view(column: (index: number) => Pick<Column, "name" | "type">): Contract {
  return {
    catalog: "awsdatacatalog",
    schema: "dev_prod_live",
    name: "evergreen_tasks_v1",
    kind: "view",
    security: "definer",
    comment: null,
    columns: Array.from({ length: width }, (_, index) => ({ ...column(index), nullable: null, comment: null })),
    definition: null,
  };
}

const before = view((index) => ({ name: `c${index}`, type: "varchar" }));

// Work that grows with the square of the columns would not end within the time a test has.
test.each([
  [
    "every column renamed",
    view((index) => ({ name: `d${index}`, type: "varchar" })),
    { "column-removed": width, "column-added": width },
  ],
  ["every column retyped", view((index) => ({ name: `c${index}`, type: "bigint" })), { "column-type-changed": width }],
  [
    "the order reversed",
    view((index) => ({ name: `c${width - 1 - index}`, type: "varchar" })),
    { "columns-reordered": 1 },
  ],
  [
    "every other column renamed",
    view((index) => ({ name: `${index % 2 ? "c" : "e"}${index}`, type: "varchar" })),
    { "column-renamed": width / 2 },
  ],
])("a view of 50,000 columns, %s", (_, after, expected) => {
  const counts: Record<string, number> = {};
  for (const { rule } of compareFixture({ name: "", before: [before], after: [after], releasedOn: {} })) {
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
  expect(counts).toEqual(expected);
});
