import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { configJsonSchema, waiverJsonSchema } from "./index.js";

const published = (file: string) => readFileSync(new URL(`../json-schema/${file}`, import.meta.url), "utf8");

test.each([
  ["schema-gate.v1.schema.json", configJsonSchema],
  ["waiver.v1.schema.json", waiverJsonSchema],
])("the published %s is what the code reads (else run pnpm generate)", (file, schema) => {
  expect(JSON.parse(published(file))).toEqual(JSON.parse(JSON.stringify(schema())));
});

/** The keys of a JSON Schema, as paths, that say nothing about themselves. */
function undescribed(node: unknown, path: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== "properties") return undescribed(value, path);
    return Object.entries(value as object).flatMap(([name, property]) => {
      const here = `${path}${path && "."}${name}`;
      return [...("description" in property ? [] : [here]), ...undescribed(property, here)];
    });
  });
}

test("every key of the configuration says what it is for", () => {
  expect(undescribed(configJsonSchema(), "")).toEqual([]);
});

test("every key of a waiver says what it is for", () => {
  expect(undescribed(waiverJsonSchema(), "")).toEqual([]);
});
