import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Contract, configJsonSchema, locateViews, readView, waiverJsonSchema } from "@schema-gate/contract";
import {
  type LiveExample,
  loadRules,
  type RuleExample,
  registryFile,
  registryNames,
  registryOf,
  registrySource,
  ruleIndex,
  rulePage,
} from "@schema-gate/diff";
import { reportJsonSchema } from "@schema-gate/report";
import { type PolicySentence, policyPage } from "./policy-page.js";

/** Where the rules' pages stand. */
export const pagesFolder = "docs/rules";

/** Every generated file below `root`: path and text. */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const rules = await loadRules();
  return new Map([
    ...registries(root),
    [`${pagesFolder}/README.md`, ruleIndex(rules)],
    ["docs/policy.md", policyPage(policySentences(root), rules)],
    ["packages/contract/json-schema/schema-gate.v1.schema.json", json(configJsonSchema())],
    ["packages/contract/json-schema/waiver.v1.schema.json", json(waiverJsonSchema())],
    ["packages/report/json-schema/report.v1.schema.json", json(reportJsonSchema())],
    ...rules.map((rule) => [`${pagesFolder}/${rule.id}.md`, rulePage(rule, readExample(root, rule.id))] as const),
  ]);
}

/** The registries of all rules in the catalogue's folder. */
function registries(root: string): [string, string][] {
  const folder = join(root, "packages/diff/src/rules");
  const ids = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
  const belongsTo = (registry: string) => (id: string) =>
    registryOf(readFileSync(join(folder, `${id}.ts`), "utf8")) === registry;
  return registryNames.map((name) => [
    `packages/diff/src/${registryFile(name)}`,
    registrySource(ids.filter(belongsTo(name)), name),
  ]);
}

/** What the policy obliges whom to, as `policy-sentences.json` holds it. */
export function policySentences(root: string): readonly PolicySentence[] {
  return JSON.parse(readFileSync(join(root, "packages/dev-tasks/policy-sentences.json"), "utf8"));
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function readExample(root: string, id: string): RuleExample | null {
  const folder = join(root, "packages/diff/fixtures", id);
  if (!existsSync(folder)) return null;
  const bad = readdirSync(folder).filter((file) => file.startsWith("bad."));
  if (bad.length > 0) {
    return {
      bad: bad.sort().map((file) => ({ name: file.slice(4), text: readFileSync(join(folder, file), "utf8") })),
      findings: readFindings(folder),
    };
  }
  if (existsSync(join(folder, "live.json"))) {
    const committed = readdirSync(folder).filter((file) => file.startsWith("committed."));
    return { ...readLive(folder, committed), findings: readFindings(folder) };
  }
  return {
    before: readViews(join(folder, "before.json")),
    after: readViews(join(folder, "after.json")),
    contracts: { before: readText(join(folder, "before.yaml")), after: readText(join(folder, "after.yaml")) },
    findings: readFindings(folder),
  };
}

/** The view's own committed files, and what live Trino says of it. */
function readLive(folder: string, committed: readonly string[]): Pick<LiveExample, "committed" | "live"> {
  const texts = [...committed]
    .sort()
    .map((file) => ({ name: file.slice(10), text: readText(join(folder, file)) ?? "" }));
  return { committed: texts, live: readText(join(folder, "live.json")) ?? "" };
}

function readFindings(folder: string): RuleExample["findings"] {
  return JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function readViews(file: string): Contract[] {
  const bytes = readFileSync(file);
  return locateViews(bytes, file).map((view) => readView(bytes, view, file));
}
