import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { loadContractReader, parseSnapshotText, printSnapshot } from "@schema-gate/contract";
import { runAnswering, runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const place = "awsdatacatalog/dev_prod_live";
const names = readdirSync(join(root, "snapshots", place))
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replace(/\.json$/, ""));
const time = (name: string) => ({ name, type: "timestamp(3)", nullable: null, comment: null });

/** The blanks of a new contract that the policy asks for, as lint finds them, and in the words of `init`. */
const blanks = [
  ["documentation-unlinked", "@documentation", "documentation"],
  ["latency-unstated", "@latency", "latency"],
  ["owner-unnamed", "@owner", "owner"],
  ["retention-unstated", "@retention", "retention"],
  ["use-unstated", "@use", "use"],
] as const;

/** A folder with one of this repository's snapshots, whose view has the columns of every row and reads nothing private. */
function folderWith(name: string): string {
  const folder = temporaryFolder();
  const file = `snapshots/${place}/${name}.json`;
  const view = parseSnapshotText(readFileSync(join(root, file), "utf8"), file);
  const columns = [...view.columns, ...["updated_at", "inserted_at", "xformed_at"].map(time)];
  mkdirSync(join(folder, "snapshots", place), { recursive: true });
  writeFileSync(join(folder, file), printSnapshot({ ...view, columns, definition: null }));
  cpSync(join(root, "schema-gate.yaml"), join(folder, "schema-gate.yaml"));
  return folder;
}

async function lintOf(folder: string) {
  const { out } = await runCli(folder, "lint", "--format", "json");
  const { verdict, findings } = JSON.parse(out);
  return [verdict, findings.map(({ rule, path }: { rule: string; path: string }) => [rule, path])];
}

const read = async (folder: string, name: string) => {
  const file = `schemas/${place}/${name}.yaml`;
  return (await loadContractReader())(readFileSync(join(folder, file), "utf8"), file).contract;
};

test.each(names)(
  "the contract init writes for %s is of the standard, and short of the policy in its blanks alone",
  async (name) => {
    const folder = folderWith(name);
    const { out } = await runCli(folder, "init", name);
    const named = [...out.matchAll(/^blank {6}(\w+): /gm)].map((match) => match[1]);
    expect(blanks.filter(([, , topic]) => !named.includes(topic))).toEqual([]);
    // What the standard's JSON Schema refuses, the reader refuses.
    expect((await read(folder, name)).name).toBe(name);
    expect(await lintOf(folder)).toEqual(["warn", blanks.map(([rule, path]) => [rule, path])]);
  },
);

test("with every question answered nothing is left to find", async () => {
  const [name = ""] = names;
  const folder = folderWith(name);
  const answers: Record<string, string> = {
    owner: "Evergreen",
    contact: "#evergreen",
    documentation: "https://alation.example.com/1",
    granularity: "One row per task execution.",
    grain: "task_id, execution",
    latency: "1 business day",
    frequency: "0 7 * * *",
    retention: "unlimited",
    deletionMode: "none",
    use: "analytical",
    evergreen: "yes",
    job: "evergreen_costs",
    stakeholders: "Cloud Finance",
  };
  const answer = (question: string) => answers[question.split(":")[0] ?? ""] ?? "";
  const { out } = await runAnswering(folder, answer, "init", name);
  expect(out).toBe(`written    schemas/${place}/${name}.yaml\n`);
  expect(await lintOf(folder)).toEqual(["pass", []]);
});
