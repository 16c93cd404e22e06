import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isCanonicalView } from "./canonical-view.js";
import { snapshotSchema } from "./snapshot-schema.js";

const view = {
  formatVersion: 1,
  catalog: "awsdatacatalog",
  schema: "dev_prod_live",
  name: "evergreen_tasks_v1",
  kind: "view",
  security: "definer",
  comment: null,
  columns: [{ name: "task_id", type: "varchar", nullable: null, comment: null }],
  definition: null,
};
const junk = fc.constantFrom(undefined, null, "", "x", 0, 1, true, [], {}, "table", ["y"]);

test("a view as it is printed is accepted", () => {
  expect(isCanonicalView(view)).toBe(true);
});

test("whatever is accepted without the schema, the schema accepts and reads the same", () => {
  const keys = [...Object.keys(view), "more"];
  const columnKeys = ["name", "type", "nullable", "comment", "more"];
  const property = fc.property(
    fc.constantFrom(...keys),
    fc.constantFrom(...columnKeys),
    junk,
    junk,
    (key, columnKey, value, columnValue) => {
      const broken = { ...view, columns: [{ ...view.columns[0], [columnKey]: columnValue }], [key]: value };
      if (isCanonicalView(broken)) expect(snapshotSchema.parse(broken)).toEqual(broken);
    },
  );
  fc.assert(property, { numRuns: 2000 });
});

test.each(Object.keys(view))("a view without %s goes to the schema", (key) => {
  const { [key as keyof typeof view]: _, ...rest } = view;
  expect(isCanonicalView(rest)).toBe(false);
});
