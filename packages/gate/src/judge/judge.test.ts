import { expect, test } from "@jest/globals";
import { type Contract, defaultConfig, printWaiver, type ViewName, viewLabel } from "@schema-gate/contract";
import { findingId } from "@schema-gate/diff";
import { contractsSide } from "../sides/contracts-side.js";
import { aView } from "../testing/snapshots.js";
import { refusal, usage } from "../testing/user-errors.js";
import { type Case, judge } from "./judge.js";

const tasks = aView("evergreen_tasks_v1", ["task_id varchar", "pod_id varchar", "execution bigint"]);
const builds = aView("evergreen_builds_v1", ["build_id varchar"]);
const label = "awsdatacatalog.dev_prod_live.evergreen_tasks_v1";

function aCase(before: readonly Contract[], after: readonly Contract[], more: Partial<Case> = {}): Case {
  const sides = {
    before: contractsSide("live", "live:before", before),
    after: contractsSide("live", "live:after", after),
  };
  return {
    ...sides,
    // The policy on views as they stand has tests of its own.
    config: { ...defaultConfig, requiredColumns: [] },
    policyCommit: null,
    waivers: [],
    asOf: "2026-11-22",
    planned: false,
    believed: {
      side: async () => sides.before,
      releasedOn: async () => {
        throw new Error("No release day should be asked for.");
      },
    },
    failOn: null,
    mode: "check",
    ...more,
  };
}

async function shortFindings(given: Case): Promise<unknown[]> {
  const { findings } = await judge(given);
  return findings.map(({ rule, view, path, action }) => [rule, view?.split(".")[2] ?? null, path, action]);
}

test("a report has every key of format 1, in its order", async () => {
  const after = aView("evergreen_tasks_v1", ["task_id bigint", "execution bigint"]);
  const given = aCase([tasks, builds], [builds, after]);
  const report = await judge(given);
  const file = "snapshots/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json";
  const name = { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "evergreen_tasks_v1" };
  const [removed, changed] = report.findings;
  const expected = {
    formatVersion: 1,
    verdict: "block",
    compared: {
      before: { kind: "live", commit: null, digest: given.before.digest, views: 2 },
      after: { kind: "live", commit: null, digest: given.after.digest, views: 2 },
      policy: null,
      asOf: "2026-11-22",
      planned: false,
      changed: 1,
      unchanged: 1,
    },
    counts: { breaking: 2, risky: 0, additive: 0, neutral: 0, policy: 0, gate: 0, waived: 0 },
    findings: [
      {
        id: findingId("column-removed", name, "pod_id", "varchar", null),
        rule: "column-removed",
        kind: "change",
        impact: "breaking",
        action: "block",
        view: label,
        path: "pod_id",
        before: "varchar",
        after: null,
        breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
        message: "Column pod_id (varchar) was removed.",
        remedy: removed?.remedy,
        witness: `SELECT v.pod_id FROM ${label} AS v`,
        // The nearest column above that survived.
        location: { side: "after", file, line: 10, endLine: 10 },
        readers: [],
        waiver: null,
      },
      {
        id: findingId("column-type-changed", name, "task_id", "varchar", "bigint"),
        rule: "column-type-changed",
        kind: "change",
        impact: "breaking",
        action: "block",
        view: label,
        path: "task_id",
        before: "varchar",
        after: "bigint",
        relation: "unrelated",
        lossless: false,
        breaks: changed?.breaks,
        message: changed?.message,
        remedy: changed?.remedy,
        witness: changed?.witness,
        location: { side: "after", file, line: 10, endLine: 10 },
        readers: [],
        waiver: null,
      },
    ],
  };
  expect(JSON.stringify(report, null, 1)).toBe(JSON.stringify(expected, null, 1));
});

test("the same case gives the same bytes, in whatever order the views came", async () => {
  const views = Array.from({ length: 20 }, (_, index) => aView(`evergreen_x${index}_v1`, ["a bigint", "b bigint"]));
  const changed = views.map((view) => ({ ...view, columns: view.columns.slice(1) }));
  const first = await judge(aCase(views, changed));
  const second = await judge(aCase([...views].reverse(), [...changed].reverse()));
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});

test("every one of many changed views is judged, once", async () => {
  const views = Array.from({ length: 777 }, (_, index) => aView(`evergreen_x${index}_v1`, ["a bigint", "b bigint"]));
  const after = views.map((view, index) => (index % 7 === 0 ? view : { ...view, columns: view.columns.slice(0, 1) }));
  const { findings, compared } = await judge(aCase(views, after));
  const expected = views.filter((_, index) => index % 7 !== 0).map(viewLabel);
  expect(findings.map(({ view, rule }) => [view, rule])).toEqual(
    expected.sort().map((view) => [view, "column-removed"]),
  );
  expect([compared.changed, compared.unchanged]).toEqual([666, 111]);
});

test("views that are not public are shown, and block nothing", async () => {
  const draft = aView("evergreen_tasks_v1", ["a bigint", "b bigint"], { schema: "sandbox" });
  const given = aCase([draft, builds], [{ ...draft, columns: draft.columns.slice(1) }, builds], { failOn: "risky" });
  expect(await shortFindings(given)).toEqual([["column-removed", "evergreen_tasks_v1", "a", "warn"]]);
});

test("a version is compared with the one before it, changed or not", async () => {
  const same = { ...tasks, name: "evergreen_tasks_v2" };
  const broken = aView("evergreen_tasks_v3", ["task_id varchar"]);
  const given = aCase([tasks], [tasks, same, broken]);
  expect(await shortFindings(given)).toEqual([
    ["version-unexplained", "evergreen_tasks_v2", "", "allow"],
    ["view-added", "evergreen_tasks_v3", "", "allow"],
  ]);
});

test("release days are asked for of the successors of removed views only", async () => {
  const second = { ...tasks, name: "evergreen_tasks_v2" };
  const asked: string[][] = [];
  const releasedOn = (day: string | null) => async (views: readonly ViewName[]) => {
    asked.push(views.map(viewLabel));
    return new Map(views.flatMap((view) => (day === null ? [] : [[viewLabel(view), day] as const])));
  };
  const judged = (day: string | null) =>
    shortFindings(
      aCase([tasks, second, builds], [second], {
        believed: {
          side: async () => contractsSide("live", "live:", [tasks, second, builds]),
          releasedOn: releasedOn(day),
        },
      }),
    );
  const withoutSuccessor = ["view-removed", "evergreen_builds_v1", "", "block"];
  expect(await judged(null)).toEqual([withoutSuccessor, ["view-removed", "evergreen_tasks_v1", "", "block"]]);
  expect(await judged("2026-08-22")).toEqual([withoutSuccessor, ["view-removed", "evergreen_tasks_v1", "", "block"]]);
  expect(await judged("2026-08-21")).toEqual([
    withoutSuccessor,
    ["version-retired", "evergreen_tasks_v1", "", "allow"],
  ]);
  expect(asked).toEqual(Array.from({ length: 3 }, () => ["awsdatacatalog.dev_prod_live.evergreen_tasks_v2"]));
});

test("a removed view is located where it stood", async () => {
  const { findings } = await judge(aCase([tasks, builds], [builds]));
  const file = "snapshots/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json";
  expect(findings.map(({ location }) => location)).toEqual([{ side: "before", file, line: 1, endLine: 1 }]);
});

test("nothing before is adoption, nothing after removal, and nothing at all blocks", async () => {
  const lenient = { ...defaultConfig, actions: { ...defaultConfig.actions, gate: "warn" as const } };
  const second = { ...tasks, name: "evergreen_tasks_v7" };
  expect(await shortFindings(aCase([], [tasks, second]))).toEqual([
    ["view-added", "evergreen_tasks_v1", "", "allow"],
    ["view-added", "evergreen_tasks_v7", "", "allow"],
  ]);
  expect(await shortFindings(aCase([builds], []))).toEqual([["view-removed", "evergreen_builds_v1", "", "block"]]);
  const nothing = await judge(aCase([], [], { config: lenient }));
  expect(nothing.findings.map(({ rule, kind, action, view, message }) => [rule, kind, action, view, message])).toEqual([
    ["nothing-compared", "gate", "block", null, "No view was compared: neither live:before nor live:after holds one."],
  ]);
  expect([nothing.verdict, nothing.counts.gate]).toEqual(["block", 1]);
});

test("a plain comparison refuses a side without views", async () => {
  const noViews = (side: string) => usage(`There is no view in live:${side}; name a side that holds snapshots.`);
  expect(await refusal(() => judge(aCase([], [tasks], { mode: "diff" })))).toEqual(noViews("before"));
  expect(await refusal(() => judge(aCase([tasks], [], { mode: "diff" })))).toEqual(noViews("after"));
});

test("a waiver lets exactly its finding through, and the verdict still warns", async () => {
  const name = { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "evergreen_tasks_v1" };
  const finding = findingId("column-removed", name, "pod_id", "varchar", null);
  const facts = { finding, rule: "column-removed", view: label, path: "pod_id", before: "varchar", after: null };
  const words = { owner: "ada@example.com", reason: "Nobody reads it.", ends: "2026-11-22" };
  const text = printWaiver({ formatVersion: 1, ...facts, ...words });
  const leads = { members: ["ada"], plurality: "majority" as const };
  const after = { ...tasks, columns: tasks.columns.filter(({ name: column }) => column !== "pod_id") };
  const report = await judge(
    aCase([tasks], [after], {
      config: { ...defaultConfig, leads },
      waivers: [{ file: `waivers/${finding}.yaml`, text }],
      failOn: "risky",
    }),
  );
  expect(report.findings.map(({ rule, action, waiver }) => [rule, action, waiver])).toEqual([
    ["column-removed", "warn", { file: `waivers/${finding}.yaml`, ...words }],
  ]);
  expect(report.counts).toEqual({ breaking: 0, risky: 0, additive: 0, neutral: 0, policy: 0, gate: 0, waived: 1 });
  expect(report.verdict).toBe("warn");
});

test("a type that cannot be read, and a date that is none, are refused with their place", async () => {
  const bad = aView("evergreen_tasks_v1", ["task_id varchar", "pod_id array(", "execution bigint"]);
  const { kind, message } = await refusal(() => judge(aCase([tasks], [bad])));
  expect(kind).toBe("usage");
  const place = "snapshots/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json:11: ";
  expect(message.slice(0, place.length + label.length)).toBe(place + label);
  expect(await refusal(() => judge(aCase([tasks], [tasks], { asOf: "today" })))).toEqual(
    usage("today is not a date; write one like 2026-11-22."),
  );
});
