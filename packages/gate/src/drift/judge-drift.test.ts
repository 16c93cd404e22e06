import { afterAll, expect, test } from "@jest/globals";
import { type Contract, defaultConfig, printWaiver } from "@schema-gate/contract";
import { committedSide } from "../sides/committed-side.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { refusal } from "../testing/user-errors.js";
import { type DriftRequest, judgeDrift, type LiveTrino, type LiveViewState } from "./judge-drift.js";

afterAll(removeTemporaryDirectories);

const at = { catalog: "awsdatacatalog", schema: "dev_prod_live" };
const name = (view: string) => ({ ...at, name: view });
const tasks = aView("evergreen_tasks_v1", ["task_id varchar", "took bigint"]);

function promise(
  view: string,
  columns: readonly string[],
  status = "active",
  sla: readonly object[] = [],
): Record<string, string> {
  const properties = columns.map((column) => {
    const [of = "", ...type] = column.split(" ");
    return { name: of, physicalType: type.join(" ") };
  });
  const document = {
    ...{ apiVersion: "v3.1.0", kind: "DataContract", id: view, version: "1.0.0", status },
    servers: [
      { server: "trino", type: "trino", host: "a", port: 443, catalog: "awsdatacatalog", schema: "dev_prod_live" },
    ],
    schema: [{ name: view.replace(/_v1$/, ""), physicalName: view, physicalType: "view", properties }],
    ...(sla.length > 0 && { slaProperties: sla }),
  };
  return { [`schemas/awsdatacatalog/dev_prod_live/${view}.yaml`]: JSON.stringify(document, null, 2) };
}

const quiet = { failure: null, derived: null, measured: null, unmeasured: [], earlier: null };
const shows = (stored: Contract): LiveViewState => ({ ...quiet, view: name(stored.name), stored });

async function drift(files: Record<string, string>, live: Partial<LiveTrino>, more: Partial<DriftRequest> = {}) {
  const cwd = temporaryDirectory(files);
  const committed = committedSide({ snapshots: "snapshots", schemas: "schemas" }, cwd, () => true);
  const contracts = (await committed.contracts?.read([...committed.contracts.entries.keys()])) ?? new Map();
  const rest = { policyCommit: null, waivers: [], config: defaultConfig };
  return judgeDrift({
    ...rest,
    ...{ asOf: "2026-11-22", failOn: null, since: () => null, committed, contracts },
    live: { source: "live:https://trino.example.com", schemas: [at], views: [], gone: [], unseen: [], ...live },
    ...more,
  });
}

const found = ({ findings }: Awaited<ReturnType<typeof drift>>) =>
  findings.map(
    ({ rule, path, action, location }) => `${rule} ${path} ${action} ${location?.file.split("/").at(-1) ?? "-"}`,
  );

test("live Trino as it is committed is no drift, and the report says what was compared", async () => {
  const files = { ...snapshotFiles([tasks]), ...promise("evergreen_tasks_v1", ["task_id varchar", "took bigint"]) };
  const { verdict, compared, findings } = await drift(files, { views: [shows(tasks)] });
  expect([verdict, findings, compared.before.views, compared.after.views]).toEqual(["pass", [], 1, 1]);
  expect([compared.after.kind, compared.changed, compared.unchanged]).toEqual(["live", 0, 1]);
});

test("what snapshot and contract both say is found once, in the contract", async () => {
  const files = { ...snapshotFiles([tasks]), ...promise("evergreen_tasks_v1", ["task_id varchar", "took bigint"]) };
  const live = aView("evergreen_tasks_v1", ["task_id varchar", "took varchar", "more varchar"]);
  expect(found(await drift(files, { views: [shows(live)] }))).toEqual([
    "column-type-changed took block evergreen_tasks_v1.yaml",
    "column-added more allow evergreen_tasks_v1.json",
  ]);
});

test("a contract alone is held against live Trino; order and columns only the snapshot has are not its business", async () => {
  const columns = ["took integer", "task_id varchar", "gone date"];
  const alone = promise("evergreen_tasks_v1", columns);
  expect(found(await drift(alone, { views: [shows(tasks)] }))).toEqual([
    "column-removed gone block evergreen_tasks_v1.yaml",
    "column-type-changed took block evergreen_tasks_v1.yaml",
  ]);
  const known = aView("evergreen_tasks_v1", ["task_id varchar", "took bigint", "undeclared date"]);
  const files = { ...snapshotFiles([known]), ...promise("evergreen_tasks_v1", ["task_id varchar", "took bigint"]) };
  expect(found(await drift(files, { views: [shows(known)] }))).toEqual([]);
});

test("a promised view that is not there is undelivered, a draft is not expected, and what is retired may go", async () => {
  const gone = [name("active_v1"), name("draft_v1"), name("retired_v1"), name("evergreen_tasks_v1")];
  const retired = aView("retired_v1", ["id bigint"]);
  const files = {
    ...promise("active_v1", ["id bigint"]),
    ...promise("draft_v1", ["id bigint"], "draft"),
    ...promise("retired_v1", ["id bigint"], "retired"),
    ...snapshotFiles([tasks, retired]),
  };
  expect(found(await drift(files, { gone }))).toEqual([
    "view-undelivered  warn active_v1.yaml",
    "view-removed  block evergreen_tasks_v1.json",
  ]);
});

test("a view that fails or cannot be seen is found as that, and as nothing else", async () => {
  const failure = { kind: "staled", reason: "it is stale", causes: [] } as const;
  const unseen = { kind: "unseen", reason: "Access Denied", causes: [] } as const;
  const hosts = aView("evergreen_hosts_v1", ["id bigint"]);
  const pods = aView("evergreen_pods_v1", ["id bigint"]);
  const views = [
    { ...quiet, view: name("evergreen_tasks_v1"), stored: null, failure },
    { ...quiet, view: name("evergreen_hosts_v1"), stored: null, failure: unseen },
  ];
  const schemas = [at, at, { catalog: "awsdatacatalog", schema: "Some schema" }];
  const given = { schemas, views, unseen: [{ view: name("evergreen_pods_v1"), reason: "Missing from the listing" }] };
  const report = await drift(snapshotFiles([tasks, hosts, pods]), given);
  const [first, second] = ["evergreen_hosts_v1", "evergreen_pods_v1"].map(
    (each) => `awsdatacatalog.dev_prod_live.${each}`,
  );
  expect(report.compared.covered).toEqual({
    schemas: ['awsdatacatalog."Some schema"', "awsdatacatalog.dev_prod_live"],
    unseen: [first, second],
  });
  expect(found(report)).toEqual([
    "view-unseen  block -",
    "view-unseen  block -",
    "view-staled  block evergreen_tasks_v1.json",
  ]);
  expect(report.verdict).toBe("block");
});

test("a promise that cannot be measured is said; it blocks only where it could have been", async () => {
  const sla = [{ property: "latency", value: 1, unit: "h", element: "took" }];
  const files = promise("evergreen_tasks_v1", ["task_id varchar", "took bigint"], "active", sla);
  const of = (isLasting: boolean) => ({ path: "@latency(took)", promise: "1 h", reason: "It is a number", isLasting });
  const report = (isLasting: boolean) => drift(files, { views: [{ ...shows(tasks), unmeasured: [of(isLasting)] }] });
  expect(found(await report(true))).toEqual(["promise-unmeasured @latency(took) warn evergreen_tasks_v1.yaml"]);
  expect(found(await report(false))).toEqual(["promise-unmeasured @latency(took) block evergreen_tasks_v1.yaml"]);
});

test("a view outside the public schemas is shown and does not block; a finding says since when it stands", async () => {
  const config = { ...defaultConfig, publicSchemas: ["elsewhere"] };
  const failure = { kind: "staled", reason: "it is stale", causes: [] } as const;
  const views = [{ ...quiet, view: name("evergreen_tasks_v1"), stored: null, failure }];
  const { verdict, findings } = await drift(snapshotFiles([tasks]), { views }, { config, since: () => "2026-11-17" });
  expect([verdict, findings[0]?.message.endsWith(" It has been so since 2026-11-17.")]).toEqual(["warn", true]);
});

test("a waiver covers a finding; what waivers of changes are for is not drift's to say", async () => {
  const live = { views: [shows(aView("evergreen_tasks_v1", ["task_id varchar"]))] };
  const leads = { members: ["ada"], plurality: "majority" as const };
  const config = { ...defaultConfig, leads };
  const [first] = (await drift(snapshotFiles([tasks]), live, { config })).findings;
  if (!first?.view) throw new Error("nothing was found");
  const { id: finding, rule, view, path, before, after } = first;
  const waiver = { formatVersion: 1 as const, finding, rule, view, path, before, after };
  const text = printWaiver({ ...waiver, owner: "Ada", reason: "Nobody reads it.", ends: "2027-01-01" });
  const other = printWaiver({ ...waiver, path: "x", owner: "Ada", reason: "Of a change.", ends: "2027-01-01" });
  const waivers = [
    { file: `waivers/${finding}.yaml`, text },
    { file: "waivers/0123456789abcdef.yaml", text: other.replace(finding, "0123456789abcdef") },
  ];
  const { verdict, findings } = await drift(snapshotFiles([tasks]), live, { config, waivers });
  expect([verdict, findings.map(({ rule: of, action }) => [of, action])]).toEqual([
    "warn",
    [["column-removed", "warn"]],
  ]);
});

test("nothing committed and nothing live is nothing compared; no folder at all is wrong usage", async () => {
  const report = await drift({ "snapshots/.gitkeep": "" }, {});
  expect([report.verdict, report.findings.map(({ rule }) => rule)]).toEqual(["block", ["nothing-compared"]]);
  const error = await refusal(async () => void (await drift({}, {})));
  expect(error.message).toBe(
    "There is neither snapshots nor schemas; name the folders that hold what is committed, or take snapshots first.",
  );
});
