import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { onEachTrino } from "@schema-gate/testing";
import { type DriftWorld, makeDriftWorld } from "./drift-world.js";
import { type Fate, startFaultyProxy } from "./faulty-proxy.js";
import { runCli } from "./run-cli.js";

const names = ["one", "two", "hidden_three", "four"];
const columns = ["!id bigint"];

onEachTrino(({ version, url }) => {
  let world: DriftWorld;

  beforeAll(async () => {
    world = await makeDriftWorld(url, `safety_${version}`);
    for (const name of names) {
      await world.fill(`@.${name}`, "id bigint", "1");
      await world.run(`CREATE OR REPLACE VIEW $.${name}_v1 AS SELECT id FROM @.${name}`);
      world.promise(`${name}_v1`, { columns });
    }
    expect((await runCli(world.folder, "snapshot")).code).toBe(0);
  });

  /** How long a server is waited for where it is not the one that is slow. */
  const patient = { timeouts: { connectSeconds: 10, querySeconds: 300 } };

  /** Drift of the same views by another way, or as another user. */
  async function driftBy(profile: object, ...options: readonly string[]) {
    const file = join(world.folder, "schema-gate.yaml");
    const config = readFileSync(file, "utf8");
    const { profiles, ...rest } = JSON.parse(config);
    const other = { ...profiles.sandbox, timeouts: { connectSeconds: 1, querySeconds: 4 }, ...profile };
    writeFileSync(file, JSON.stringify({ ...rest, profiles: { sandbox: other } }));
    try {
      return await world.drift("2026-11-22", ...options);
    } finally {
      writeFileSync(file, config);
    }
  }

  async function driftThrough(fateOf: (sql: string) => Fate, profile: object = {}, ...options: readonly string[]) {
    const proxy = await startFaultyProxy(url, fateOf);
    try {
      return await driftBy({ server: proxy.url, ...profile }, ...options);
    } finally {
      await proxy.close();
    }
  }

  test("a user who sees less is told so of each view, and nothing is taken for removed", async () => {
    const ran = await driftBy({ user: "guest", ...patient }, "--observed", "observed.json");
    expect(JSON.parse(ran.out).compared.covered).toEqual({
      schemas: [`awsdatacatalog.${world.schema}`],
      unseen: [`awsdatacatalog.${world.schema}.hidden_three_v1`],
    });
    const observed = JSON.parse(readFileSync(join(world.folder, "observed.json"), "utf8"));
    expect(observed.views.map(({ name }: { name: string }) => name)).toEqual(["four_v1", "one_v1", "two_v1"]);
    expect([ran.code, ran.found]).toEqual([3, ["view-unseen hidden_three_v1"]]);
    const denied = `Access Denied: Cannot show columns of table awsdatacatalog.${world.schema}.hidden_three_v1`;
    const reason = `Missing from the listing; asked by name Trino says: ${denied}`;
    expect(ran.findings[0]?.message).toBe(
      `View awsdatacatalog.${world.schema}.hidden_three_v1 cannot be seen. ${reason}.`,
    );
    expect(ran.err).toBe(
      `Not every view could be checked:\n  awsdatacatalog.${world.schema}.hidden_three_v1: ${reason}\n`,
    );
  });

  test.each([
    ["dies in between", (sql) => (sql.includes("two_v1") ? "cut" : "passed")],
    ["answers 503", (sql) => (sql.includes("two_v1") ? "unavailable" : "passed")],
    ["hangs", (sql) => (sql.includes('"two_v1"') ? "hung" : "passed")],
    ["hangs while promises are measured", (sql) => (sql.startsWith("SELECT CAST(to_unixtime") ? "cut" : "passed")],
    ["does not answer at all", () => "cut"],
  ] satisfies [string, (sql: string) => Fate][])("a server that %s gives no report and exit 3", async (_, fateOf) => {
    const { code, out } = await driftThrough(fateOf);
    expect([code, out]).toEqual([3, ""]);
  });

  test("a failure of one view that says nothing of its readers leaves that view unseen, and the rest is judged", async () => {
    const metastore = { errorName: "HIVE_METASTORE_ERROR", message: "metastore: connection refused" };
    const { code, found } = await driftThrough((sql) => (sql.includes('"two_v1"') ? metastore : "passed"));
    expect([code, found]).toEqual([3, ["view-unseen two_v1"]]);
  });

  test("promises that cannot be measured in time block, and those of the other views are measured", async () => {
    const slow = (sql: string): Fate => (isMeasureOf("two_v1", sql) ? "hung" : "passed");
    const { code, found, findings } = await driftThrough(slow, patient, "--view-seconds", "3");
    expect([code, found]).toEqual([1, ["promise-unmeasured two_v1 @grain", "promise-unmeasured two_v1 id"]]);
    expect(findings.map(({ message, action }) => [message, action])).toEqual([
      ['The promise of ["id"] was not measured. It took longer than 3 s.', "block"],
      ["The promise of not null was not measured. It took longer than 3 s.", "block"],
    ]);
  });

  test("many views gone at once are not believed without --accept-removals", async () => {
    const many = Array.from({ length: 8 }, (_, index) => `many_${index}_v1`);
    const other = await makeDriftWorld(url, `many_${version}`);
    for (const name of many) await other.run(`CREATE OR REPLACE VIEW $.${name} AS SELECT 1 AS id`);
    expect((await runCli(other.folder, "snapshot")).code).toBe(0);
    for (const name of many.slice(0, 6)) await other.run(`DROP VIEW $.${name}`);
    const refused = await other.drift("2026-11-22");
    expect([refused.code, refused.out]).toEqual([3, ""]);
    expect(refused.err).toMatch(
      /^schema-diff: 6 of 8 committed views seem gone .* Nothing was concluded, since .* --accept-removals\.\n$/,
    );
    const accepted = await other.drift("2026-11-22", "--accept-removals");
    expect([accepted.code, accepted.found]).toEqual([1, many.slice(0, 6).map((name) => `view-removed ${name}`)]);
  });

  test("a run that was cut short goes on where it stopped", async () => {
    const state = ["--state", "run.jsonl"];
    const asked: string[] = [];
    let isCut = true;
    const proxy = await startFaultyProxy(url, (sql) => {
      asked.push(sql);
      return isCut && isMeasureOf("two_v1", sql) ? "cut" : "passed";
    });
    const broken = await driftBy({ server: proxy.url }, ...state);
    expect([broken.code, broken.out, recalledBy(broken.err)]).toEqual([3, "", 0]);
    isCut = false;
    asked.length = 0;
    const again = await driftBy({ server: proxy.url }, ...state);
    await proxy.close();
    expect([again.code, again.found, recalledBy(again.err)]).toEqual([0, [], names.length]);
    expect(asked.filter((sql) => sql.startsWith("SHOW CREATE VIEW"))).toEqual([]);
    expect(asked.filter((sql) => isMeasureOf("two_v1", sql))).toHaveLength(1);
    expect((await world.drift("2026-11-22", ...state)).err).toBe("");
  });
});

/** Whether a statement is the one that measures the promises of a view. */
function isMeasureOf(view: string, sql: string): boolean {
  return sql.startsWith("SELECT CAST(to_unixtime") && sql.includes(`"${view}"`);
}

/** How many views a run said it took over. */
function recalledBy(err: string): number {
  return Number(/^Going on with a run that was cut short; (\d+) views are known\.$/m.exec(err)?.[1] ?? 0);
}
