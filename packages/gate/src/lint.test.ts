import { afterAll, expect, test } from "@jest/globals";
import { defaultConfig, printBundle, printWaiver } from "@schema-gate/contract";
import { lint } from "./lint.js";
import { bundleSide } from "./sides/bundle-side.js";
import { directorySide } from "./sides/directory-side.js";
import { readBundle } from "./sides/read-bundle.js";
import { aView, snapshotFiles } from "./testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory } from "./testing/temporary-directory.js";
import { refusal, usage } from "./testing/user-errors.js";

afterAll(removeTemporaryDirectories);

const given = { config: defaultConfig, policyCommit: null, waivers: [], asOf: "2026-11-22" };
const columns = ["task_id varchar", "updated_at timestamp(3)", "inserted_at timestamp(3)"];
const tasks = aView("evergreen_tasks_v1", columns);
const snapshot = "snapshots/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json";

test("the report is of format 1: one side as it stands, and all it falls short of", async () => {
  const side = directorySide(".", temporaryDirectory(snapshotFiles([tasks])));
  const report = await lint({ ...given, side });
  const compared = { kind: "directory", commit: null, digest: side.digest, views: 1 };
  expect({ ...report, findings: report.findings.map(({ rule, path, action }) => [rule, path, action]) }).toEqual({
    formatVersion: 1,
    verdict: "warn",
    compared: {
      before: compared,
      after: compared,
      policy: null,
      asOf: "2026-11-22",
      planned: false,
      changed: 0,
      unchanged: 0,
    },
    counts: { breaking: 0, risky: 0, additive: 0, neutral: 0, policy: 2, gate: 0, waived: 0 },
    findings: [
      ["contract-unwritten", "@contract", "warn"],
      ["audit-column-omitted", "xformed_at", "warn"],
    ],
  });
  expect(report.findings.map(({ location }) => location)).toEqual([
    { side: "after", file: snapshot, line: 1, endLine: 1 },
    { side: "after", file: snapshot, line: 1, endLine: 1 },
  ]);
});

test("the configuration says what is done about it, and a waiver covers it as it would in a check", async () => {
  const side = directorySide(".", temporaryDirectory(snapshotFiles([tasks])));
  const actions = { ...defaultConfig.actions, policy: "block" as const };
  const leads = { members: ["ada"], plurality: "majority" as const };
  const config = { ...defaultConfig, actions, leads };
  const { findings, verdict } = await lint({ ...given, side, config });
  expect([verdict, findings.map(({ action }) => action)]).toEqual(["block", ["block", "block"]]);
  const waivers = findings.map(({ id, rule, view, path, before, after }) => {
    const more = { owner: "ada@example.com", reason: "It is written next week.", ends: "2026-12-01" };
    const text = printWaiver({ formatVersion: 1, finding: id, rule, view: view ?? "", path, before, after, ...more });
    return { file: `waivers/${id}.yaml`, text };
  });
  const unused = { file: "waivers/0123456789abcdef.yaml", text: "not a waiver" };
  const waived = await lint({ ...given, side, config, waivers: [...waivers, unused] });
  expect([waived.verdict, waived.counts.waived, waived.counts.gate]).toEqual(["warn", 2, 0]);
});

test("where there can be no contracts none is missed", async () => {
  const folder = temporaryDirectory({ "live.json": printBundle([tasks]) });
  const side = bundleSide("live.json", readBundle("live.json", folder));
  const { findings } = await lint({ ...given, side });
  expect(findings.map(({ rule, path }) => [rule, path])).toEqual([["audit-column-omitted", "xformed_at"]]);
});

test("a side without views and a day that is none are refused", async () => {
  const empty = directorySide(".", temporaryDirectory({ "snapshots/.keep": "" }));
  expect(await refusal(() => lint({ ...given, side: empty }))).toEqual(
    usage("There is no view in .; name a directory with schemas/ or snapshots/."),
  );
  const side = directorySide(".", temporaryDirectory(snapshotFiles([tasks])));
  expect(await refusal(() => lint({ ...given, side, asOf: "2026-13-01" }))).toEqual(
    usage("2026-13-01 is not a date; write one like 2026-11-22."),
  );
});
