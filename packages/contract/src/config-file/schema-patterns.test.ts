import { expect, test } from "@jest/globals";
import { isInLandingSchema, isInPublicSchema } from "./schema-patterns.js";

const inSchema = (schema: string, catalog = "awsdatacatalog") => ({ catalog, schema, name: "tasks_v1" });

test.each([
  ["dev_prod_live", ["dev_prod_live"], true],
  ["dev_prod_live", ["Dev_Prod_Live"], true],
  ["dev_prod_lives", ["dev_prod_live"], false],
  ["dev_prod_live", ["awsdatacatalog.dev_prod_live"], true],
  ["dev_prod_live", ["other.dev_prod_live"], false],
  ["dev_prod_live", ["*.dev_prod_live"], true],
  ["dev_prod_live", ["dev_*_live"], true],
  ["dev_live", ["dev_*_live"], false],
  ["dev_live", ["dev*live*"], true],
  ["abab", ["*ab*ab"], true],
  ["ab", ["*ab*ab"], false],
  ["aXbYc", ["a*b*c"], true],
  ["a.c", ["a.c"], true],
  ["(a)+", ["(a)+"], true],
  ["anything", ["*"], true],
  ["anything", [], false],
  ["dev_prod_live", ["a", "dev_prod_live"], true],
])("schema %s is public by %j: %j", (schema, publicSchemas, expected) => {
  expect(isInPublicSchema(inSchema(schema), { publicSchemas })).toBe(expected);
});

test.each([
  ["evergreen_landing", true],
  ["evergreen_raw", true],
  ["landing", false],
  ["shared_landing", false],
])("schema %s is a landing zone: %j", (schema, expected) => {
  const config = { publicSchemas: ["shared_landing"], landingSchemas: ["*_landing", "*_raw"] };
  expect(isInLandingSchema(inSchema(schema), config)).toBe(expected);
});
