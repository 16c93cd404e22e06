import { expect, test } from "@jest/globals";
import { defaultConfig } from "@schema-gate/contract";
import { findingId } from "@schema-gate/diff";
import { policyStateRule } from "../src/catalogue/rule.js";
import { broughtIn, judgeBy } from "../src/policy/judge-state.js";
import type { ViewState } from "../src/policy/state-facts.js";

const view = { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "evergreen_tasks_v1" };
const state: ViewState = { view, contract: null, snapshot: null, mayPromise: true, config: defaultConfig };
const text = { title: "", why: "", policy: null, remedy: "Mend it.", scenario: "" };
const shortcomings = (...paths: string[]) => paths.map((path) => ({ path, found: null, message: path }));

const named = policyStateRule<"view">({
  id: "job-unnamed",
  subject: "view",
  ...text,
  waivable: false,
  find: () => shortcomings("@job"),
});
const read = policyStateRule<"source">({
  id: "table-read",
  subject: "source",
  ...text,
  find: ({ tables }) => shortcomings(...(typeof tables === "string" ? [] : tables.map((parts) => parts.join(".")))),
});

test("a rule is asked about its own subject alone", () => {
  const source = { ...state, from: "sql", tables: [["a"], ["b"]] } as const;
  expect(judgeBy([named, read], "view", state, "after").map(({ rule, path }) => [rule, path])).toEqual([
    ["job-unnamed", "@job"],
  ]);
  expect(judgeBy([named, read], "source", source, "after").map(({ rule, path }) => [rule, path])).toEqual([
    ["table-read", "a"],
    ["table-read", "b"],
  ]);
});

test("a finding says where it stands, and whether there is an exception from it", () => {
  expect(judgeBy([named], "view", state, "before")).toEqual([
    {
      id: findingId("job-unnamed", view, "@job", null, null),
      rule: "job-unnamed",
      kind: "policy",
      impact: null,
      action: null,
      view,
      path: "@job",
      before: null,
      after: null,
      breaks: [],
      message: "@job",
      remedy: "Mend it.",
      witness: null,
      anchor: { side: "before", column: null, contract: "@job" },
      waivable: false,
    },
  ]);
  const [softer] = judgeBy([{ ...named, waivable: true }], "view", state, "after");
  expect(softer && "waivable" in softer).toBe(false);
});

test("what the side before fell short of at the same path is not brought in, whatever stands there now", () => {
  const findings = (view: ViewState["view"], ...paths: string[]) =>
    judgeBy([{ ...named, find: () => shortcomings(...paths) }], "view", { ...state, view }, "after");
  const [before, after] = [findings(view, "@job", "@owner"), findings(view, "@job", "@task")];
  const elsewhere = findings({ ...view, name: "evergreen_tasks_v2" }, "@job");
  const now = after.map((finding) => ({ ...finding, after: "other" }));
  expect(broughtIn(before, [...now, ...elsewhere]).map(({ view, path }) => [view?.name, path])).toEqual([
    ["evergreen_tasks_v1", "@task"],
    ["evergreen_tasks_v2", "@job"],
  ]);
  expect(broughtIn([], after)).toEqual(after);
});
