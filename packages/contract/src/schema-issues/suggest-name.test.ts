import { expect, test } from "@jest/globals";
import { suggestName } from "./suggest-name.js";

const allowed = ["publicSchemas", "landingSchemas", "leads", "naming"];

test.each([
  ["publicSchema", "publicSchemas"],
  ["public_schemas", "publicSchemas"],
  ["PUBLICSCHEMAS", "publicSchemas"],
  ["lead", "leads"],
  ["laeds", "leads"],
  ["nameing", "naming"],
  ["colour", null],
  ["", null],
  ["x".repeat(1_000_000), null],
])("%s means %s", (name, expected) => {
  expect(suggestName(name, allowed)).toBe(expected);
});
