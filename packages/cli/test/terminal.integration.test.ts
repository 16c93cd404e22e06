import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { loadContractReader } from "@schema-gate/contract";
import { atTerminal, enter, type Turn } from "./at-terminal.js";
import { buildCli } from "./build-cli.js";
import { runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const costs = "v__evergreen__aws_task_costs__v1";
const contract = `schemas/awsdatacatalog/dev_prod_live/${costs}.yaml`;
const fixture = ["before", "after"].map((side) => join(root, `packages/diff/fixtures/column-removed/${side}.json`));

let entry = "";
let report = "";
beforeAll(async () => {
  entry = await buildCli();
  report = (await runCli(root, "diff", ...fixture, "--format", "json")).out;
});

/** A repository with snapshots, a report that has a finding, and contracts where they are asked for. */
function repository(...also: readonly "schemas"[]): string {
  const folder = temporaryFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  for (const name of ["snapshots", ...also]) cpSync(join(root, name), join(folder, name), { recursive: true });
  writeFileSync(join(folder, "report.json"), report);
  return folder;
}

/** All files with their texts, but for those of git. */
function filesIn(folder: string): [string, string][] {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return paths
    .filter((path) => !path.startsWith(join(folder, ".git/")))
    .sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]);
}

const reading = async (folder: string) =>
  (await loadContractReader())(readFileSync(join(folder, contract), "utf8"), contract).contract;

const waive = ["waive", "806c5f44cfee8875", "--report", "report.json"];
const places: [string, readonly string[], readonly Turn[]][] = [
  ["the first question of init", ["init", costs], []],
  ["a later one", ["init", costs], ["host", "owner"].map((topic) => ({ shown: `${topic}: `, type: enter }))],
  ["the question of bump", ["bump", costs], []],
  ["a question of waive", waive, [{ shown: "permission: ", type: `Ada${enter}` }]],
];

test.each(
  places.flatMap(([place, argv, turns]) => [
    { keys: "Ctrl-C", place, argv, turns, typed: "\u0003" },
    { keys: "Ctrl-D", place, argv, turns, typed: "\u0004" },
    { keys: "Ctrl-C behind half an answer", place, argv, turns, typed: "Everg\u0003" },
  ]),
)("$keys at $place gives up: a sentence, exit 2, and no file is touched", async ({ argv, turns, typed }) => {
  const folder = argv[0] === "bump" ? repository("schemas") : repository();
  const files = filesIn(folder);
  const { screen, code, signal } = await atTerminal(folder, [entry, ...argv], [...turns, { shown: ": ", type: typed }]);
  expect([code, signal]).toEqual([2, null]);
  expect(screen.split("\r\n").slice(-2)).toEqual(["schema-diff: Given up; nothing was written.", ""]);
  expect(filesIn(folder)).toEqual(files);
});

test("a wrong answer is asked for again and told why, whatever is in it; the right ones are written", async () => {
  const folder = repository();
  const turns: Turn[] = [
    { shown: "host: ", type: `https://trino${enter}` },
    { shown: "  must be a host, like trino.example.com:443.", type: "" },
    { shown: "host: ", type: `trino.example.com${enter}` },
    { shown: "owner: ", type: `${"Evergreen ".repeat(2000)}${enter}` },
    { shown: "  must not be longer than 1000 characters.", type: "" },
    { shown: "owner: ", type: `Ever\u009b31mgreen${enter}` },
    { shown: "  must be one line of text, without characters that nobody sees (U+009B).", type: "" },
    { shown: "owner: ", type: `\u202eneergrevE${enter}` },
    { shown: "(U+202E).", type: "" },
    { shown: "owner: ", type: `Everg: green${enter}` },
    { shown: "contact: ", type: enter },
    { shown: "documentation: ", type: `https://alation.example.com/\u009b1${enter}` },
    { shown: "(U+009B).", type: "" },
    { shown: "documentation: ", type: enter },
    { shown: "granularity: ", type: enter },
    { shown: "grain: ", type: `task_id, pod_id${enter}` },
    { shown: "  has no column pod_id.", type: "" },
    { shown: "grain: ", type: `task_id, execution${enter}` },
    ...["latency", "frequency", "retention"].map((topic) => ({ shown: `${topic}: `, type: enter })),
    { shown: "deletionMode: ", type: `never${enter}` },
    { shown: "  must be one of hard, soft, none.", type: "" },
    { shown: "deletionMode: ", type: `none${enter}` },
    ...["use", "evergreen", "job", "stakeholders"].map((topic) => ({ shown: `${topic}: `, type: enter })),
  ];
  const { code, screen } = await atTerminal(folder, [entry, "init", costs], turns);
  expect([code, screen.split("\r\n").filter((line) => line.startsWith("written"))]).toEqual([
    0,
    [`written    ${contract}`],
  ]);
  const { owner, grain, deletionMode, documentation } = (await reading(folder)).promises;
  expect({ owner, grain, deletionMode, documentation }).toEqual({
    owner: "Everg: green",
    grain: { columns: ["task_id", "execution"] },
    deletionMode: "none",
    documentation: [],
  });
});

test("answers that are pasted together answer one question each", async () => {
  const folder = repository();
  const pasted = `trino.example.com${enter}Evergreen${enter}#evergreen${enter}`;
  const { code } = await atTerminal(
    folder,
    [entry, "init", costs],
    [
      { shown: "host: ", type: pasted },
      { shown: "documentation: ", type: enter.repeat(11) },
    ],
  );
  expect(code).toBe(0);
  const { owner, support } = (await reading(folder)).promises;
  expect([owner, support.map(({ channel }) => channel)]).toEqual(["Evergreen", ["#evergreen"]]);
});

test.each(["", "Evergreen\nunread"])(
  "with %j in a pipe nobody is asked: what is not said is blank or an error",
  (input) => {
    const folder = repository("schemas");
    const run = (...argv: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...argv], {
        cwd: folder,
        input,
        encoding: "utf8",
      });
      return { status, stdout: stdout.split("\n")[0], stderr: stderr.split("\n").slice(-2) };
    };
    expect(run(...waive)).toEqual({
      status: 2,
      stdout: "",
      stderr: ["schema-diff: Say --owner, --reason, --ends; they are asked for on a terminal only.", ""],
    });
    expect(run("bump", costs)).toEqual({
      status: 0,
      stdout: `written    ${contract.replace("__v1", "__v2")}`,
      stderr: [""],
    });
  },
);
