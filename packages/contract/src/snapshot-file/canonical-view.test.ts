import { expect, test } from "@jest/globals";
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
const junk = [undefined, null, "", "x", 0, 1, true, [], {}, "table", ["y"]];

test("a view as it is printed is accepted", () => {
  expect(isCanonicalView(view)).toBe(true);
});

test("whatever is accepted without the schema, the schema accepts and reads the same", () => {
  const keys = [...Object.keys(view), "more"];
  const columnKeys = ["name", "type", "nullable", "comment", "more"];
  const broken = keys.flatMap((key) =>
    columnKeys.flatMap((columnKey) =>
      junk.flatMap((value) =>
        junk.map((columnValue) => ({
          ...view,
          columns: [{ ...view.columns[0], [columnKey]: columnValue }],
          [key]: value,
        })),
      ),
    ),
  );
  const accepted = broken.filter(isCanonicalView);
  expect(accepted.length).toBeGreaterThan(0);
  for (const each of accepted) expect(snapshotSchema.parse(each)).toEqual(each);
});

test.each(Object.keys(view))("a view without %s goes to the schema", (key) => {
  const { [key as keyof typeof view]: _, ...rest } = view;
  expect(isCanonicalView(rest)).toBe(false);
});
