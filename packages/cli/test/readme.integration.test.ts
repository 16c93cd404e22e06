import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { parseConfig, parseWaiver, waiverProblem } from "@schema-gate/contract";
import { runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
const fixture = "packages/diff/fixtures/column-removed";
const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({
  language,
  text,
}));

/** What a session in the README types, and what it shows for it. */
const sessions = blocks
  .filter(({ text }) => text.startsWith("$ "))
  .map(({ text }) =>
    text
      .split(/^\$ /m)
      .slice(1)
      .map((part) => ({
        command: part.slice(0, part.indexOf("\n")),
        shown: part.slice(part.indexOf("\n") + 1),
      })),
  );

let folder = "";
beforeAll(() => {
  folder = temporaryFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  for (const name of ["snapshots", "schemas", "schema-gate.yaml", fixture]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
});

/** Runs a command line of the README as a shell would; gives what it prints. */
async function run(command: string): Promise<string> {
  const [program = "", ...words] = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  if (program === "rm") {
    for (const word of words) rmSync(join(folder, word));
    return "";
  }
  expect(program).toBe("schema-diff");
  const { out, err } = await runCli(folder, ...words);
  return out + err;
}

test("the README shows three sessions", () => {
  expect(sessions.map((lines) => lines.map(({ command }) => command.split(" ").slice(0, 2).join(" ")))).toEqual([
    ["rm schemas/awsdatacatalog/dev_prod_live/v__evergreen__finished_tasks__v1.yaml", "schema-diff init"],
    ["schema-diff bump"],
    ["schema-diff diff"],
  ]);
});

test.each(sessions.flat())("the README shows what $command really prints", async ({ command, shown }) => {
  expect(await run(command)).toBe(shown);
});

test("the README names every command there is, and no other", async () => {
  const { out } = await runCli(root, "--help");
  const commands = [...out.matchAll(/^ {2}([a-z]+) (?=.* {2}\S)/gm)].map((match) => match[1]);
  const named = new Set([...readme.matchAll(/schema-diff ([a-z]+)/g)].map((match) => match[1]));
  expect([...named].sort()).toEqual(commands.sort());
});

test("the README's configuration is one", () => {
  const [config, ...others] = blocks.filter(({ text }) => text.startsWith("formatVersion"));
  expect(others).toEqual([]);
  expect(Object.keys(parseConfig(config?.text ?? "", "schema-gate.yaml").profiles)).toEqual(["production"]);
});

test("the README's waiver is one, for the finding it shows", async () => {
  const [, file = "", text = ""] = /```yaml\n# (waivers\/.*)\n([^`]*)```/.exec(readme) ?? [];
  const waiver = parseWaiver(text, file);
  const sides = ["before", "after"].map((side) => `${fixture}/${side}.json`);
  const { out } = await runCli(root, "diff", ...sides, "--format", "json");
  const { id, rule, view, path, before, after } = JSON.parse(out).findings[0];
  expect(waiver).toMatchObject({ finding: id, rule, view, path, before, after });
  expect(waiverProblem(waiver, "2026-11-22")).toBe(null);
});
