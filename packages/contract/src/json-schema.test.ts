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
