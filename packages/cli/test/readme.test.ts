import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { parseWaiver, waiverProblem } from "@schema-gate/contract";
import { runCli } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

test("the README's waiver is one, for the finding it shows", async () => {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const [, file = "", text = ""] = /```yaml\n# (waivers\/.*)\n([^`]*)```/.exec(readme) ?? [];
  const waiver = parseWaiver(text, file);
  const fixture = `${root}packages/diff/fixtures/column-removed`;
  const { out } = await runCli(root, "diff", `${fixture}/before.json`, `${fixture}/after.json`, "--format", "json");
  const { id, rule, view, path, before, after } = JSON.parse(out).findings[0];
  expect(waiver).toMatchObject({ finding: id, rule, view, path, before, after });
  expect(waiverProblem(waiver, "2026-11-22")).toBe(null);
});

test("the README shows what schema-diff really prints", async () => {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const [, command = "", shown] = /```\n\$ schema-diff (.*)\n([^`]*)```/.exec(readme) ?? [];
  const { code, out } = await runCli(root, ...command.split(" "));
  expect(code).toBe(1);
  expect(out).toBe(shown);
});
