import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Contract, configJsonSchema, locateViews, readView, waiverJsonSchema } from "@schema-gate/contract";
import { type RuleExample, registrySource, ruleIndex, rulePage, rules } from "@schema-gate/diff";
import { reportJsonSchema } from "@schema-gate/report";

/** Where the rules' pages stand. */
export const pagesFolder = "docs/rules";

/** Every generated file below `root`: path and text. */
export function generatedFiles(root: string): Map<string, string> {
  const ids = readdirSync(join(root, "packages/diff/src/rules")).map((file) => file.replace(/\.ts$/, ""));
  return new Map([
    ["packages/diff/src/rules.generated.ts", registrySource(ids)],
    [`${pagesFolder}/README.md`, ruleIndex(rules)],
    ["packages/contract/json-schema/schema-gate.v1.schema.json", json(configJsonSchema())],
    ["packages/contract/json-schema/waiver.v1.schema.json", json(waiverJsonSchema())],
    ["packages/report/json-schema/report.v1.schema.json", json(reportJsonSchema())],
    ...rules.map((rule) => [`${pagesFolder}/${rule.id}.md`, rulePage(rule, readExample(root, rule.id))] as const),
  ]);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function readExample(root: string, id: string): RuleExample | null {
  const folder = join(root, "packages/diff/fixtures", id);
  if (!existsSync(folder)) return null;
  return {
    before: readViews(join(folder, "before.json")),
    after: readViews(join(folder, "after.json")),
    contracts: { before: readText(join(folder, "before.yaml")), after: readText(join(folder, "after.yaml")) },
    findings: JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")),
  };
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function readViews(file: string): Contract[] {
  const bytes = readFileSync(file);
  return locateViews(bytes, file).map((view) => readView(bytes, view, file));
}
