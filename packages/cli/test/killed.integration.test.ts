import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { buildCli } from "./build-cli.js";
import { runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const killer = pathToFileURL(join(root, "packages/cli/test/kill-at-write.mjs")).href;
const costs = "v__evergreen__aws_task_costs__v1";
const fixture = ["before", "after"].map((side) => join(root, `packages/diff/fixtures/column-removed/${side}.json`));
const said = ["--owner", "Ada", "--reason", "Nobody read it.", "--ends", "2027-03-31", "--as-of", "2026-11-22"];

let entry = "";
let report = "";
beforeAll(async () => {
  entry = await buildCli();
  report = (await runCli(root, "diff", ...fixture, "--format", "json")).out;
});

function repository(contracts: boolean): string {
  const folder = temporaryFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  for (const name of ["snapshots", "schema-gate.yaml", ...(contracts ? ["schemas"] : [])])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  writeFileSync(join(folder, "report.json"), report);
  return folder;
}

/** The texts of all files that count: hidden ones are no contracts and no waivers. */
function filesIn(folder: string): Record<string, string> {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const shown = paths.filter((path) => !path.slice(folder.length).includes("/."));
  return Object.fromEntries(shown.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

interface Killed {
  readonly when: string;
  readonly folder: string;
}

/** Runs a command again and again, killed at each of its changes to files in turn, until it makes no more. */
function killedEverywhere(argv: readonly string[], contracts: boolean): Killed[] {
  const found: Killed[] = [];
  for (let at = 1; ; at++) {
    for (const when of ["before", "within", "after"]) {
      const folder = repository(contracts);
      const { status, signal } = spawnSync(process.execPath, ["--import", killer, entry, ...argv], {
        cwd: folder,
        env: { ...process.env, NODE_OPTIONS: "", KILL_AT: String(at), KILL_WHEN: when },
      });
      if (status === 70 || status === 0) return found;
      expect(signal).toBe("SIGKILL");
      found.push({ when: `${when} change ${at}`, folder });
    }
  }
}

test.each<[string, string[], boolean, number]>([
  ["init", ["init", costs], false, 4],
  ["waive", ["waive", "806c5f44cfee8875", "--report", "report.json", ...said], true, 4],
  ["bump", ["bump", costs, "--release", "2999-11-30", "--reason", "Net of tax."], true, 8],
])(
  "%s, killed at any change, leaves files whole or as they were, and nothing that stops the next run",
  async (...given) => {
    const [, argv, contracts, changes] = given;
    const before = filesIn(repository(contracts));
    const finished = repository(contracts);
    spawnSync(process.execPath, [entry, ...argv], { cwd: finished });
    const after = filesIn(finished);
    const kills = killedEverywhere(argv, contracts);
    expect(kills.length).toBe(3 * changes);
    for (const { when, folder } of kills) {
      const found = filesIn(folder);
      const torn = Object.keys({ ...before, ...found }).filter(
        (file) => found[file] === undefined || ![before[file], after[file]].includes(found[file]),
      );
      expect([when, torn]).toEqual([when, []]);
      expect([when, (await runCli(folder, "readers", costs)).code]).toEqual([when, 0]);
    }
  },
);
