import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const finished = "schemas/awsdatacatalog/dev_prod_live/v__evergreen__finished_tasks__v1.yaml";

/** A repository with what the examples name: views and configuration of this one, and a rule's fixture. */
function repository(): string {
  const folder = temporaryFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  for (const name of ["snapshots", "schemas", "schema-gate.yaml", "packages/diff/fixtures/column-removed"]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** The commands below `Example:` in a command's help, with what the shell would make of them. */
async function examplesOf(command: string): Promise<{ words: string[]; into: string | null }[]> {
  const { out } = await runCli(".", command, "--help");
  const lines = out
    .slice(out.indexOf("\nExample:\n"))
    .matchAll(/^ {2}\$ (?:F=(.*); )?schema-diff (.*?)(?: > (\S+))?$/gm);
  return [...lines].map(([, variable = "", line = "", into]) => ({
    words: [...line.replaceAll("$F", variable).matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word),
    into: into ?? null,
  }));
}

test.each([
  ["lint", [0, 0], []],
  ["readers", [0], []],
  ["init", [0], [finished]],
  ["bump", [0], []],
  ["waive", [1, 0], []],
  ["log", [0], []],
  ["show", [0, 0], []],
])("the example in the help of %s runs", async (command, codes, gone) => {
  const folder = repository();
  for (const file of gone) rmSync(join(folder, file));
  const examples = await examplesOf(command);
  const ended: number[] = [];
  for (const { words, into } of examples) {
    const { code, out } = await runCli(folder, ...words);
    if (into !== null) writeFileSync(join(folder, into), out);
    ended.push(code);
  }
  expect(ended).toEqual(codes);
  if (command === "waive") expect(readdirSync(join(folder, "waivers"))).toEqual(["806c5f44cfee8875.yaml"]);
});
