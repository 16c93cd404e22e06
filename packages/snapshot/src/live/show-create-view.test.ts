import { expect, test } from "@jest/globals";
import { materializedDefinition, parseSecurity } from "./show-create-view.js";

test.each([
  ["CREATE VIEW awsdatacatalog.s.v SECURITY DEFINER AS\nSELECT 1", "definer"],
  ["CREATE VIEW awsdatacatalog.s.v SECURITY INVOKER AS\nSELECT 1", "invoker"],
  ["CREATE VIEW awsdatacatalog.s.v AS\nSELECT 1", "definer"],
  ["CREATE VIEW v COMMENT 'it''s SECURITY INVOKER AS\nx' SECURITY DEFINER AS\nSELECT 1", "definer"],
  ["CREATE VIEW v COMMENT U&'\\+00fc SECURITY DEFINER AS' SECURITY INVOKER AS\nSELECT 1", "invoker"],
  ['CREATE VIEW "a b"."c""d AS".v SECURITY INVOKER AS\nSELECT 1', "invoker"],
  ["CREATE VIEW c.s.v SECURITY INVOKER WITH (\n  x = 1\n) AS\nSELECT 1", "invoker"],
  ["CREATE VIEW c.s.v SECURITY OWNER AS\nSELECT 1", null],
  ["CREATE MATERIALIZED VIEW c.s.v AS\nSELECT 1", null],
  ["", null],
])("the security of %s", (text, security) => {
  expect(parseSecurity(text)).toBe(security);
});

test.each([
  ["CREATE MATERIALIZED VIEW c.s.v AS SELECT id\nFROM\n  c.s.t", "SELECT id\nFROM\n  c.s.t"],
  [
    "CREATE MATERIALIZED VIEW c.s.v\nCOMMENT 'It''s AS'\nWITH (\n   format = 'a)''b',\n   parts = ARRAY['ds'],\n   at = f(1)\n) AS SELECT 1",
    "SELECT 1",
  ],
  ["CREATE MATERIALIZED VIEW c.s.v SECURITY INVOKER AS SELECT 1", "SELECT 1"],
  ["CREATE VIEW c.s.v SECURITY DEFINER AS\nSELECT 1", null],
  ["CREATE MATERIALIZED VIEW c.s.v WITH (x = 'open) AS SELECT 1", null],
])("the SQL of %s", (text, definition) => {
  expect(materializedDefinition(text)).toBe(definition);
});
