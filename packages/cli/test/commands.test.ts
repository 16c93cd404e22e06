import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { loadRules } from "@schema-gate/diff";
import { golden } from "@schema-gate/testing";
import { runCli, temporaryFolder } from "./run-cli.js";

const rules = await loadRules();
const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

test("--version prints the version of the package", async () => {
  expect(await runCli(".", "--version")).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
});

test.each([
  [],
  ["diff"],
  ["check"],
  ["lint"],
  ["snapshot"],
  ["drift"],
  ["readers"],
  ["init"],
  ["bump"],
  ["waive"],
  ["log"],
  ["show"],
  ["rules"],
  ["explain"],
])("help of %s", async (...command) => {
  const { code, out, err } = await runCli(".", ...command, "--help");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe(golden(new URL(`golden/help-${command[0] ?? "all"}.txt`, import.meta.url), out));
});

test("rules lists the whole catalogue, as text and as JSON", async () => {
  const asText = await runCli(".", "rules");
  expect(
    asText.out
      .trim()
      .split("\n")
      .map((line) => line.split(/ +/)[1]),
  ).toEqual(rules.map((rule) => rule.id));
  const asJson = await runCli(".", "rules", "--format", "json");
  expect(JSON.parse(asJson.out).map((rule: { id: string }) => rule.id)).toEqual(rules.map((rule) => rule.id));
});

test.each(rules.map((rule) => rule.id))("explain %s", async (id) => {
  const { code, out, err } = await runCli(".", "explain", id);
  expect([code, err]).toEqual([0, ""]);
  expect(out.split("\n")[0]).toBe(`${rules.find((rule) => rule.id === id)?.title} (${id})`);
});

test.each(["field-renamed", "security-changed"])(
  "explain %s shows the readers' queries with what Trino says, or the scenario",
  async (id) => {
    const { out } = await runCli(".", "explain", id);
    expect(out).toBe(golden(new URL(`golden/explain-${id}.txt`, import.meta.url), out));
  },
);

/** What `explain` says of lower impacts. */
async function milderLines(id: string): Promise<string[]> {
  const { out } = await runCli(".", "explain", id);
  return out.split("\n").filter((line) => line.startsWith("  milder:"));
}

test("explain says in words when a rule finds a lower impact", async () => {
  expect(await milderLines("deletion-marker-added")).toEqual([
    "  milder:    risky where no deletion mode was stated, or it stands before columns that were there already",
    "  milder:    additive where deletion was said to be soft",
  ]);
  for (const rule of rules) {
    const milder = rule.kind === "change" ? (rule.milder ?? []) : [];
    const lines = milder.map(({ impact, when }) => `  milder:    ${impact} where ${when}`);
    expect([rule.id, await milderLines(rule.id)]).toEqual([rule.id, lines]);
  }
});

test("a rule that does not exist exits 2 and suggests one that does", async () => {
  expect(await runCli(".", "explain", "column-remove")).toEqual({
    code: 2,
    out: "",
    err: 'schema-diff: There is no rule "column-remove". Did you mean column-removed? schema-diff rules lists all.\n',
  });
});

test.each([
  ["no such command", ["frobnicate"]],
  ["no sides", ["diff"]],
  ["no such format", ["diff", "a", "b", "--format", "pdf"]],
  ["no such day", ["diff", "a", "b", "--as-of", "yesterday"]],
  ["no such impact", ["check", "--fail-on", "neutral"]],
  ["no profile", ["snapshot"]],
])("%s exits 2 and prints nothing to standard output", async (_, argv) => {
  const { code, out, err } = await runCli(temporaryFolder(), ...argv);
  expect([code, out]).toEqual([2, ""]);
  expect(err).not.toBe("");
});
