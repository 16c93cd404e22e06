import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Contract, Measured } from "@schema-gate/contract";
import { onEachTrino } from "@schema-gate/testing";
import { takeSnapshot } from "../live/take-snapshot.js";
import { CATALOG, type LiveSchema, makeLiveSchema } from "../testing/live-schema.js";
import { promised } from "../testing/promised.js";
import { systemClock } from "../trino/clock.js";
import { measureStatement } from "./measure-sql.js";
import { measureView } from "./measure-view.js";
import { type MeasurePlan, planMeasures } from "./plan-measures.js";
import { startBudget } from "./run-budget.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

onEachTrino(({ url }) => {
  let live: LiveSchema;

  beforeAll(async () => {
    live = await makeLiveSchema(url);
    const utc = (type: string, ago: string) =>
      `CAST(current_timestamp AT TIME ZONE 'UTC' - INTERVAL ${ago} AS ${type})`;
    const zoned = (ago: string) =>
      `CAST(current_timestamp AT TIME ZONE 'Asia/Tokyo' - INTERVAL ${ago} AS timestamp(6) with time zone)`;
    const times = (ago: string) =>
      [utc("date", ago), utc("timestamp(0)", ago), utc("timestamp(9)", ago), zoned(ago)].join(", ");
    await live.run(
      `CREATE TABLE $.rows (id bigint, "Odd ""name" varchar, day date, at0 timestamp(0), at9 timestamp(9), zoned timestamp(6) with time zone,
        gone boolean, steps array(row(a bigint)), attrs map(varchar, bigint), counted bigint)`,
      `INSERT INTO $.rows VALUES
        (1, 'a', ${times("'2' HOUR")}, false, ARRAY[ROW(1)], MAP(ARRAY['a'], ARRAY[1]), 5),
        (1, NULL, ${times("'40' DAY")}, true, ARRAY[ROW(1)], MAP(ARRAY['a'], ARRAY[1]), 5),
        (1, NULL, ${times("'41' DAY")}, NULL, NULL, NULL, NULL),
        (NULL, 'b', DATE '9999-12-31', TIMESTAMP '9999-12-31 00:00:00', NULL, NULL, NULL, NULL, NULL, NULL)`,
      "CREATE TABLE $.empty (id bigint, at9 timestamp(9))",
      `CREATE VIEW $.slow AS SELECT at9, id FROM (SELECT at9, id, IF(at9 < current_timestamp - INTERVAL '30' DAY, 5000, 1) AS times FROM $.rows)
        CROSS JOIN UNNEST(sequence(1, times)) CROSS JOIN UNNEST(sequence(1, times)) CROSS JOIN UNNEST(sequence(1, times))`,
      "CREATE VIEW $.dividing AS SELECT 1 / (id - 1) AS id FROM $.rows",
    );
  });

  afterAll(() => live.close());

  const view = (name: string) => ({ catalog: CATALOG, schema: live.schema, name });

  async function stored(name: string): Promise<Contract> {
    const { contracts } = await takeSnapshot(live.port, { catalog: CATALOG, schemas: [live.schema] });
    const found = contracts.find((each) => each.name === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  }

  async function measure(name: string, plan: MeasurePlan, recentDays: number | null): Promise<Measured> {
    const { sql, read } = measureStatement(view(name), plan, recentDays);
    const { rows } = await live.port.query(sql);
    expect(rows).toHaveLength(1);
    return read((rows[0] ?? []) as (number | null)[]);
  }

  /** How long ago moments are, in hours, so that they can be compared; a moment to come is of a row that is left out. */
  const hoursAgo = ({ at }: Measured, moments: Measured["newest"]) =>
    Object.values(moments).map(({ column, time }) => [column, time === null ? null : Math.floor((at - time) / HOUR)]);

  test("time columns of every type are read as UTC, the newest without rows of a far future", async () => {
    const elements = ["day", "at0", "at9", "zoned"];
    const sla = { latency: elements, retention: elements };
    const plan = planMeasures(promised("rows", ["id"], { ...sla, key: ["id"] }), await stored("rows"));
    const measured = await measure("rows", plan, null);
    expect([measured.rows, measured.allRows, measured.doubledKeys, measured.recentDays]).toEqual([4, 4, 1, null]);
    const [[, day] = [], ...newest] = hoursAgo(measured, measured.newest);
    // The day of two hours ago is today, which is not over, or over for two hours at most.
    expect([0, 1, 2]).toContain(day);
    expect(newest).toEqual([
      ["at0", 2],
      ["at9", 2],
      ["zoned", 2],
    ]);
    const [[, oldestDay] = [], ...oldest] = hoursAgo(measured, measured.oldest);
    expect(Number(oldestDay)).toBeGreaterThanOrEqual(41 * 24);
    expect(Number(oldestDay)).toBeLessThan(42 * 24);
    expect(oldest).toEqual([
      ["at0", 41 * 24],
      ["at9", 41 * 24],
      ["zoned", 41 * 24],
    ]);
  });

  test.each([
    [["id"], 1],
    [["id", 'odd "name'], 1],
    [["id", "day"], 0],
    [["steps"], 2],
    [["attrs", "id"], 1],
  ])("the key %j is in more than one row %i times, nulls being equal", async (key, doubled) => {
    const plan = planMeasures(promised("rows", [], { key }), await stored("rows"));
    expect((await measure("rows", plan, null)).doubledKeys).toBe(doubled);
  });

  test("recent rows tell all but how far back rows go and, under soft deletion, how many there are", async () => {
    const terms = { latency: ["at9"], retention: ["at9"], key: ["id"], deletionColumn: "gone" };
    const plan = planMeasures(promised("rows", ["id", 'odd "name'], terms), await stored("rows"));
    const whole = await measure("rows", plan, null);
    const recent = await measure("rows", plan, 30);
    const { at: _, newest, oldest, ...counts } = recent;
    expect(counts).toEqual({
      recentDays: 30,
      rows: 1,
      allRows: 4,
      doubledKeys: 0,
      nulls: { id: 0, 'odd "name': 0 },
      marked: 0,
    });
    expect([newest, oldest]).toEqual([whole.newest, whole.oldest]);
    expect([whole.nulls, whole.marked, whole.allRows]).toEqual([{ id: 1, 'odd "name': 2 }, 1, 4]);
  });

  test("a view without rows has no moments and no doubled keys", async () => {
    const terms = { latency: ["at9"], retention: ["at9"], key: ["id"] };
    const plan = planMeasures(promised("empty", ["id"], terms), await stored("empty"));
    const { at, ...measured } = await measure("empty", plan, null);
    expect(Math.abs(at - Date.now())).toBeLessThan(DAY);
    const moment = { column: "at9", time: null };
    expect(measured).toEqual({
      recentDays: null,
      rows: 0,
      allRows: 0,
      doubledKeys: 0,
      newest: { "@latency(at9)": moment },
      oldest: { "@retention(at9)": moment },
      nulls: { id: 0 },
      marked: null,
    });
  });

  test("a view that cannot be counted says so, and one whose rows are too many is looked at by its recent rows", async () => {
    const limits = { viewSeconds: 3, runSeconds: 60, recentDays: 30, mostRows: 10 };
    const budget = startBudget(limits, systemClock);
    const measureOf = async (name: string, latency: readonly string[]) => {
      const plan = planMeasures(promised(name, ["id"], { latency }), await stored(name));
      return measureView(live.port, { view: view(name), plan, onlyRecent: false }, budget);
    };
    try {
      const reason = "Trino says: Division by zero (DIVISION_BY_ZERO).";
      expect(await measureOf("dividing", [])).toEqual({ reason, isTooMuch: false });
      const found = await measureOf("slow", ["at9"]);
      const measured = "measured" in found ? found.measured : null;
      expect([measured?.recentDays, measured?.rows, measured?.allRows]).toEqual([30, 1, null]);
    } finally {
      budget.close();
    }
  });
});
