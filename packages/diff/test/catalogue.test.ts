import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { loadRules, type Rule } from "@schema-gate/diff";
import { registryFile, registryNames, registryOf, registrySource } from "../src/catalogue/registry-source.js";

const source = (file: string) => readFileSync(new URL(`../src/${file}`, import.meta.url), "utf8");
const ids = readdirSync(new URL("../src/rules/", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
const idsIn = (registry: string) => ids.filter((id) => registryOf(source(`rules/${id}.ts`)) === registry);
const rules = await loadRules();

test("the registries are what the files in rules/ say", () => {
  for (const name of registryNames) expect(source(registryFile(name))).toBe(registrySource(idsIn(name), name));
  expect(rules.map((rule) => rule.id).sort()).toEqual([...ids].sort());
});

test.each(rules.map((rule) => [rule.id, rule] as const))("%s says what it must", (id, rule: Rule) => {
  expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
  expect(rule.title).toMatch(/^[A-Z][^.]+$/);
  expect(rule.why).toMatch(/^[A-Z].+\.$/);
  if (typeof rule.remedy === "string") expect(rule.remedy).toMatch(/^[A-Z].+\.$/);
});
