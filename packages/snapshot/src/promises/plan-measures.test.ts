import { expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import { promised } from "../testing/promised.js";
import { isEmptyPlan, planMeasures, promisesOfPlan } from "./plan-measures.js";

const live = (...columns: string[]): Contract => ({
  ...{ catalog: "awsdatacatalog", schema: "dev_prod_live", name: "v", kind: "view", security: null },
  ...{ comment: null, definition: null },
  columns: columns.map((column) => {
    const [name = "", ...type] = column.split(" ");
    return { name, type: type.join(" "), nullable: null, comment: null };
  }),
});

test("each promise is asked of its columns; those that are gone are another finding's", () => {
  const contract = promised("v", ["id", "gone"], { key: ["id"], latency: ["at", "gone"], retention: ["day"] });
  const plan = planMeasures(contract, live("id bigint", "at timestamp(6) with time zone", "day date"));
  expect(plan).toEqual({
    key: ["id"],
    required: ["id"],
    latency: [{ path: "@latency(at)", name: "at", kind: "zoned" }],
    retention: [{ path: "@retention(day)", name: "day", kind: "date" }],
    marker: null,
    window: { path: "@latency(at)", name: "at", kind: "zoned" },
    unmeasured: [],
  });
  expect(promisesOfPlan(plan, contract.promises)).toEqual([
    { path: "@grain", promise: '["id"]' },
    { path: "id", promise: "not null" },
    { path: "@latency(at)", promise: "1 d" },
    { path: "@retention(day)", promise: "1 d" },
  ]);
  expect(planMeasures(promised("v", [], { key: ["id", "gone"] }), live("id bigint")).key).toBe(null);
});

test("a promise about the whole view is told by its audit columns, else by what the latency is about", () => {
  const terms = { latency: [null], retention: [null] };
  const columns = (...names: string[]) => {
    const { latency, retention } = planMeasures(promised("v", [], terms), live(...names));
    return [latency[0]?.name, retention[0]?.name];
  };
  expect(columns("updated_at timestamp(3)", "insertedat timestamp(3)", "xformedAt timestamp(3)".toLowerCase())).toEqual(
    ["xformedat", "insertedat"],
  );
  expect(columns("updated_at timestamp(3)")).toEqual(["updated_at", "updated_at"]);
  const about = planMeasures(promised("v", [], { latency: ["at"], retention: [null] }), live("at date"));
  expect(about.retention).toEqual([{ path: "@retention", name: "at", kind: "date" }]);
});

test("what tells no time is refused with a sentence, and stays refused", () => {
  const terms = { latency: ["counted", null], retention: ["said"] };
  expect(planMeasures(promised("v", [], terms), live("counted bigint", "said varchar")).unmeasured).toEqual([
    {
      path: "@latency(counted)",
      promise: "1 d",
      reason:
        "Its column counted is bigint, which tells no time by itself; name a date or timestamp column as its element.",
      isLasting: true,
    },
    {
      path: "@latency",
      promise: "1 d",
      reason: "No column tells when a row came about; name one as its element.",
      isLasting: true,
    },
    {
      path: "@retention(said)",
      promise: "1 d",
      reason:
        "Its column said is varchar, which tells no time by itself; name a date or timestamp column as its element.",
      isLasting: true,
    },
  ]);
});

test("deleted rows are told by the named column, else by deleted_at; a flag is true for them", () => {
  const marker = (deletionColumn: string | undefined, ...names: string[]) => {
    const terms = deletionColumn === undefined ? {} : { deletionColumn };
    return planMeasures(promised("v", [], terms), live(...names)).marker;
  };
  expect(marker("gone", "gone boolean", "deleted_at date")).toEqual({ name: "gone", isFlag: true });
  expect(marker("gone", "deleted_at date")).toBe(null);
  expect(marker(undefined, "deleted_at date")).toBe(null);
  expect(isEmptyPlan(planMeasures(promised("v", [], {}), live("id bigint")))).toBe(true);
});
