import { expect, test } from "@jest/globals";
import { publicViews } from "./public-views.js";

const view = (catalog: string, schema: string) => ({ catalog, schema, name: "tasks_v1" });

test("a schema is public in the catalogs its pattern names, and in no other", () => {
  const isPublic = publicViews({ publicSchemas: ["prod.dev_prod_live", "shared_*"] });
  const views = [
    view("prod", "dev_prod_live"),
    view("test", "dev_prod_live"),
    view("test", "shared_a"),
    view("prod", "landing"),
  ];
  expect(views.map(isPublic)).toEqual([true, false, true, false]);
  expect(views.map(isPublic)).toEqual([true, false, true, false]);
});
