import { expect, test } from "@jest/globals";
import { type Contract, UserError } from "@schema-gate/contract";
import { aTrinoError } from "../testing/a-schema.js";
import { stoppedClock } from "../testing/doubles.js";
import { promised } from "../testing/promised.js";
import { type Answer, scriptedPort } from "../testing/scripted-port.js";
import { measureLive, type PromisedView } from "./measure-live.js";

const limits = { viewSeconds: 60, runSeconds: 600, recentDays: 30, mostRows: 1000 };

function aView(name: string, earlier: PromisedView["earlier"] = null): PromisedView {
  const contract = promised(name, ["id"], { latency: ["at"] });
  const column = (of: string, type: string) => ({ name: of, type, nullable: null, comment: null });
  const live: Contract = { ...contract, columns: [column("id", "bigint"), column("at", "date")] };
  return { contract, live, earlier };
}

const good: Answer = [/./, [[1000, 5, 900, 0]]];

test("those nobody looked at for longest come first", async () => {
  const port = scriptedPort([good]);
  const looked = (asOf: string) => ({ asOf, rows: null, recentDays: null });
  const views = [aView("b", looked("2026-11-21")), aView("c", looked("2026-11-20")), aView("d"), aView("a")];
  const found = await measureLive(port, views, limits);
  expect(port.asked.map((sql) => /"dev_prod_live"\."(\w)"/.exec(sql)?.[1])).toEqual(["a", "d", "c", "b"]);
  expect(found.map(({ unmeasured }) => unmeasured)).toEqual([[], [], [], []]);
});

test("a view known to have too many rows, or to take too long, is looked at by its recent ones", async () => {
  const port = scriptedPort([good]);
  const many = aView("a", { asOf: "2026-11-21", rows: 1001, recentDays: null });
  const slow = aView("b", { asOf: "2026-11-21", rows: null, recentDays: 30 });
  const found = await measureLive(
    port,
    [many, slow, aView("c", { asOf: "2026-11-21", rows: 1000, recentDays: null })],
    limits,
  );
  expect(found.map(({ measured }) => measured?.recentDays)).toEqual([30, 30, null]);
  expect(port.asked.map((sql) => sql.includes("INTERVAL '30' DAY"))).toEqual([true, true, false]);
});

test("when the time of the run is used up, what is left is said to be unmeasured", async () => {
  const clock = stoppedClock();
  const port = scriptedPort([good]);
  const query = async (sql: string) => {
    clock.timers.get(600_000)?.();
    return port.query(sql);
  };
  const used = { ...port, query };
  const names = ["a", "b", "c", "d", "e"];
  const found = await measureLive(
    used,
    names.map((name) => aView(name)),
    { ...limits, clock },
  );
  const reasons = found.map(({ unmeasured }) => unmeasured.map(({ path, reason }) => `${path}: ${reason}`));
  const late = "The time for this run was used up before its turn.";
  expect(reasons.at(-1)).toEqual([`id: ${late}`, `@latency(at): ${late}`]);
});

test.each([
  [
    "fails one view",
    aTrinoError("DIVISION_BY_ZERO", "Division by zero"),
    "Trino says: Division by zero (DIVISION_BY_ZERO).",
  ],
  [
    "lacks the memory for one view",
    aTrinoError("EXCEEDED_GLOBAL_MEMORY_LIMIT", "Query exceeded memory", "INSUFFICIENT_RESOURCES"),
    "Trino says: Query exceeded memory (EXCEEDED_GLOBAL_MEMORY_LIMIT).",
  ],
])("a server that %s leaves the others measured", async (_, error, reason) => {
  const found = await measureLive(scriptedPort([[/"a"/, error], good]), [aView("a"), aView("b")], limits);
  const [a, b] = found;
  expect([a?.measured, a?.unmeasured.map((each) => each.reason)]).toEqual([null, [reason, reason]]);
  expect([b?.measured?.rows, b?.unmeasured]).toEqual([5, []]);
});

test.each([
  ["is shutting down", aTrinoError("SERVER_SHUTTING_DOWN", "Server is shutting down", "INTERNAL_ERROR")],
  ["cannot be reached", new UserError("unreachable", "Cannot reach Trino")],
])("a server that %s measures nothing", async (_, error) => {
  await expect(measureLive(scriptedPort([[/./, error]]), [aView("a")], limits)).rejects.toMatchObject({
    kind: "unreachable",
  });
});

test("an answer of another shape is not understood", async () => {
  await expect(measureLive(scriptedPort([[/./, [["x"]]]]), [aView("a")], limits)).rejects.toThrow(
    /gave an answer we do not understand/,
  );
});
