import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { onEachTrino } from "@schema-gate/testing";
import { type DriftWorld, makeDriftWorld } from "./drift-world.js";
import { type CliRun, runCli } from "./run-cli.js";

onEachTrino(({ version, url }) => {
  const name = `rights_${version}`;
  const view = (each: string) => `awsdatacatalog.drift_${name}.${each}`;
  let world: DriftWorld;
  let full: string;

  beforeAll(async () => {
    world = await makeDriftWorld(url, name);
    full = readFileSync(join(world.folder, "schema-gate.yaml"), "utf8");
    await world.run(
      "CREATE OR REPLACE VIEW $.open_v1 AS SELECT 1 AS id",
      "CREATE OR REPLACE VIEW $.hidden_v1 AS SELECT 1 AS id",
      "CREATE OR REPLACE VIEW $.column_v1 AS SELECT 1 AS id, 2 AS hidden",
      "CREATE TABLE IF NOT EXISTS $.hidden_table_v1 (id bigint)",
      "CREATE TABLE IF NOT EXISTS $.table_v1 (id bigint, hidden bigint)",
    );
    expect((await runCli(world.folder, "snapshot")).code).toBe(0);
  });

  /** What a command says to the user who may not see all of it. */
  async function asGuest<Run extends CliRun>(run: () => Promise<Run>): Promise<Run> {
    writeFileSync(join(world.folder, "schema-gate.yaml"), full.replace('"schema-gate"', '"guest"'));
    try {
      return await run();
    } finally {
      writeFileSync(join(world.folder, "schema-gate.yaml"), full);
    }
  }

  const missing = (each: string) =>
    `  ${view(each)}: Missing from the listing; asked by name Trino says: Access Denied: Cannot show columns of table ${view(each)}\n`;
  const column = `  ${view("column_v1")}: Access Denied: Cannot select from table ${view("column_v1")}\n`;
  const ofTable = `  ${view("table_v1")}: This user may not read all of its columns: hidden.\n`;
  const hidden = `${column}${missing("hidden_table_v1")}${missing("hidden_v1")}${ofTable}`;

  function snapshots(): Record<string, string> {
    const folder = join(world.folder, "snapshots");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
    return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  }

  test("drift says of each hidden thing that it cannot be seen, and takes none for removed", async () => {
    const ran = await asGuest(() => world.drift("2026-11-22"));
    const unseen = ["column_v1", "hidden_table_v1", "hidden_v1", "table_v1"];
    expect(
      JSON.parse(ran.out).findings.map(({ rule, view: of }: { rule: string; view: string }) => [rule, of]),
    ).toEqual(unseen.map((each) => ["view-unseen", view(each)]));
    expect(JSON.parse(ran.out).compared.covered.unseen).toEqual(unseen.map(view));
    expect([ran.code, ran.err]).toEqual([3, `Not every view could be checked:\n${hidden}`]);
  });

  test("a snapshot leaves what is committed of them alone", async () => {
    const before = snapshots();
    const ran = await asGuest(() => runCli(world.folder, "snapshot"));
    expect([ran.code, ran.out]).toEqual([3, "0 written, 0 removed, 1 unchanged\n"]);
    expect(ran.err).toBe(`4 views could not be read; what is committed of them was left alone:\n${hidden}`);
    expect(snapshots()).toEqual(before);
  });

  test.each([
    ["snapshots", "live:sandbox"],
    ["live:sandbox", "snapshots"],
  ])("diff %s %s is no verdict", async (before, after) => {
    const ran = await asGuest(() => runCli(world.folder, "diff", before, after));
    expect([ran.code, ran.out]).toEqual([3, ""]);
    expect(ran.err).toBe(`schema-diff: Not every view of live Trino could be read.\n${hidden}`);
    expect((await runCli(world.folder, "diff", before, after)).code).toBe(0);
  });

  test("what was found to drift and is hidden now is not in order, until it is seen to be gone", async () => {
    const series = ["--series", "series.jsonl"];
    await world.run("CREATE OR REPLACE VIEW $.hidden_by_hand_v1 AS SELECT 1 AS id");
    const found = "view-undeclared hidden_by_hand_v1";
    expect((await world.drift("2026-11-19", ...series)).found).toEqual([found]);
    const blind = await asGuest(() => world.drift("2026-11-20", ...series));
    expect(blind.found.filter((line) => line.includes("by_hand"))).toEqual(["view-unseen hidden_by_hand_v1"]);
    const unseen = ["column_v1", "hidden_by_hand_v1", "hidden_table_v1", "hidden_v1", "table_v1"];
    expect(JSON.parse(blind.out).compared.covered.unseen).toEqual(unseen.map(view));
    const [seen] = (await world.drift("2026-11-21", ...series)).findings;
    expect([seen?.rule, seen?.message.endsWith(" It has been so since 2026-11-19.")]).toEqual([
      "view-undeclared",
      true,
    ]);
    await world.run("DROP VIEW $.hidden_by_hand_v1");
    const gone = await asGuest(() => world.drift("2026-11-22", ...series));
    expect(gone.found.filter((line) => line.includes("by_hand"))).toEqual([]);
  });

  test("what is gone is told from what is hidden, by the same user", async () => {
    await world.run("DROP VIEW $.hidden_v1");
    const ran = await asGuest(() => world.drift("2026-11-22"));
    expect(ran.found).toEqual([
      "view-unseen column_v1",
      "view-unseen hidden_table_v1",
      "view-removed hidden_v1",
      "view-unseen table_v1",
    ]);
    expect(ran.code).toBe(3);
    const compared = await runCli(world.folder, "diff", "snapshots", "live:sandbox", "--format", "json");
    const rules = JSON.parse(compared.out).findings.map(({ rule }: { rule: string }) => rule);
    expect([compared.code, rules]).toEqual([1, ["view-removed"]]);
    const folder = join(world.folder, "snapshots", "awsdatacatalog");
    cpSync(join(folder, `drift_${name}`, "open_v1.json"), join(folder, "elsewhere", "open_v1.json"));
    const file = join(folder, "elsewhere", "open_v1.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(`"schema": "drift_${name}"`, '"schema": "elsewhere"'));
    const again = await runCli(world.folder, "diff", "snapshots", "live:sandbox", "--format", "json");
    expect([again.err, again.out]).toEqual([
      "1 view is left out: the profile names other schemas than theirs.\n",
      compared.out,
    ]);
  });
});
