import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { type Rule, rules } from "@schema-gate/diff";
import { registrySource } from "../src/catalogue/registry-source.js";

const ids = readdirSync(new URL("../src/rules/", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));

test("the registry is what the files in rules/ say", () => {
  expect(readFileSync(new URL("../src/rules.generated.ts", import.meta.url), "utf8")).toBe(registrySource(ids));
  expect(rules.map((rule) => rule.id).sort()).toEqual([...ids].sort());
});

test.each(rules.map((rule) => [rule.id, rule] as const))("%s says what it must", (id, rule: Rule) => {
  expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
  expect(rule.title).toMatch(/^[A-Z][^.]+$/);
  expect(rule.why).toMatch(/^[A-Z].+\.$/);
  if (typeof rule.remedy === "string") expect(rule.remedy).toMatch(/^[A-Z].+\.$/);
});
