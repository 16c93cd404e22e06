import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { runSql, type ServerEngine } from "@schema-gate/sandbox";
import { onEachTrino, onPrestoDb, type TestServer } from "@schema-gate/testing";
import { runCli, temporaryFolder, writeConfig } from "./run-cli.js";

type Columns = readonly (readonly [name: string, type: string])[];

const task: Columns = [
  ["task_id", "varchar"],
  ["execution", "bigint"],
  ["details", "row(trace_id varchar, took double)"],
  ["depends_on", "array(row(task_id varchar, status varchar))"],
  ["attrs", "map(varchar, row(x bigint))"],
];

const replaced = (name: string, type: string): Columns =>
  task.map((column) => (column[0] === name ? [name, type] : column));

/** What each change must be found as, and nothing else: that the definition changed with the columns goes without saying. */
const cases: readonly { view: string; before: Columns; after: Columns | null; found: readonly string[] }[] = [
  { view: "same_v1", before: task, after: task, found: [] },
  { view: "dropped_v1", before: task, after: task.slice(0, 4), found: ["column-removed attrs"] },
  {
    view: "renamed_v1",
    before: task,
    after: [task[0] ?? ["", ""], ["attempt", "bigint"], ...task.slice(2)],
    found: ["column-renamed execution"],
  },
  {
    view: "retyped_v1",
    before: task,
    after: replaced("execution", "varchar"),
    found: ["column-type-changed execution"],
  },
  {
    view: "widened_v1",
    before: replaced("execution", "integer"),
    after: task,
    found: ["column-type-changed execution"],
  },
  { view: "reordered_v1", before: task, after: [...task].reverse(), found: ["columns-reordered "] },
  { view: "appended_v1", before: task, after: [...task, ["pod_id", "varchar"]], found: ["column-added pod_id"] },
  { view: "inserted_v1", before: task, after: [["pod_id", "varchar"], ...task], found: ["column-inserted pod_id"] },
  {
    view: "marked_v1",
    before: task,
    after: [...task, ["deleted_at", "timestamp(3)"]],
    found: ["deletion-marker-added deleted_at"],
  },
  {
    view: "arrayed_v1",
    before: task,
    after: replaced("task_id", "array(varchar)"),
    found: ["column-array-introduced task_id"],
  },
  {
    view: "unarrayed_v1",
    before: task,
    after: replaced("depends_on", "varchar"),
    found: ["column-array-dissolved depends_on"],
  },
  {
    view: "row_dropped_v1",
    before: task,
    after: replaced("details", "row(trace_id varchar)"),
    found: ["field-removed details.took"],
  },
  {
    view: "row_renamed_v1",
    before: task,
    after: replaced("details", "row(span_id varchar, took double)"),
    found: ["field-renamed details.trace_id"],
  },
  {
    view: "row_case_v1",
    before: replaced("details", 'row("traceId" varchar, took double)'),
    after: replaced("details", 'row("traceid" varchar, took double)'),
    found: ['field-renamed details."traceId"'],
  },
  {
    view: "row_retyped_v1",
    before: task,
    after: replaced("details", "row(trace_id varchar, took real)"),
    found: ["column-type-changed details.took"],
  },
  {
    view: "row_reordered_v1",
    before: task,
    after: replaced("details", "row(took double, trace_id varchar)"),
    found: ["fields-reordered details"],
  },
  {
    view: "row_appended_v1",
    before: task,
    after: replaced("details", "row(trace_id varchar, took double, oom boolean)"),
    found: ["field-added details.oom"],
  },
  {
    view: "row_inserted_v1",
    before: task,
    after: replaced("details", "row(oom boolean, trace_id varchar, took double)"),
    found: ["field-inserted details.oom"],
  },
  {
    view: "row_odd_names_v1",
    before: replaced("details", 'row("a b" varchar, "c,d" double)'),
    after: replaced("details", 'row("a b" varchar)'),
    found: ['field-removed details."c,d"'],
  },
  {
    view: "element_appended_v1",
    before: task,
    after: replaced("depends_on", "array(row(task_id varchar, status varchar, finished boolean))"),
    found: ["element-field-added depends_on[].finished"],
  },
  {
    view: "element_dropped_v1",
    before: task,
    after: replaced("depends_on", "array(row(task_id varchar))"),
    found: ["field-removed depends_on[].status"],
  },
  {
    view: "map_key_v1",
    before: task,
    after: replaced("attrs", "map(bigint, row(x bigint))"),
    found: ["map-key-changed attrs{key}"],
  },
  {
    view: "map_value_v1",
    before: task,
    after: replaced("attrs", "map(varchar, row(x varchar))"),
    found: ["column-type-changed attrs{}.x"],
  },
  { view: "gone_v1", before: task, after: null, found: ["view-removed "] },
];

const createView = (schema: string, view: string, columns: Columns, engine: ServerEngine) => {
  // PrestoDB has the one precision and no way to write it.
  const sqlType = (type: string) => (engine === "presto" ? type.replaceAll("(3)", "") : type);
  const list = columns.map(([name, type]) => `CAST(NULL AS ${sqlType(type)}) AS ${name}`).join(", ");
  return `CREATE OR REPLACE VIEW awsdatacatalog.${schema}.${view} AS SELECT ${list}`;
};

interface Reported {
  readonly findings: readonly {
    rule: string;
    path: string;
    view: string;
    witness: string | null;
    before: string | null;
  }[];
}

onEachTrino((server) => declareTests(server, "trino"));
onPrestoDb((server) => declareTests(server, "presto"));

function declareTests({ version, url }: TestServer, engine: ServerEngine): void {
  const schema = `structure_${version.replaceAll(/\W/g, "_")}`;
  const folder = temporaryFolder();
  const create = (view: string, columns: Columns) => runSql(url, createView(schema, view, columns, engine), engine);

  beforeAll(async () => {
    mkdirSync(join(folder, "before"), { recursive: true });
    mkdirSync(join(folder, "after"), { recursive: true });
    writeConfig(folder, url, schema, engine);
    await runSql(url, `CREATE SCHEMA IF NOT EXISTS awsdatacatalog.${schema}`, engine);
    for (const { view, before } of cases) await create(view, before);
  });

  test("views are created, snapshot, changed, snapshot again, and exactly their changes are found", async () => {
    const first = await runCli(folder, "snapshot", "--out", "before");
    expect([first.code, first.err]).toEqual([0, ""]);
    for (const { view, after } of cases) {
      if (after === null) await runSql(url, `DROP VIEW awsdatacatalog.${schema}.${view}`, engine);
      else await create(view, after);
    }
    const second = await runCli(folder, "snapshot", "--out", "after");
    expect([second.code, second.err]).toEqual([0, ""]);
    const { code, out } = await runCli(folder, "diff", "before", "after", "--format", "json");
    expect(code).toBe(1);
    const { findings }: Reported = JSON.parse(out);
    const found = Object.fromEntries(
      cases.map(({ view }) => [
        view,
        findings
          .filter((finding) => finding.view === `awsdatacatalog.${schema}.${view}`)
          .map((finding) => `${finding.rule} ${finding.path}`),
      ]),
    );
    expect(found).toEqual(Object.fromEntries(cases.map((each) => [each.view, each.found])));
  });

  test("live Trino against what was snapshot first drifts by the same findings", async () => {
    const { code, out } = await runCli(folder, "drift", "--snapshots", "after", "--format", "json");
    expect([code, JSON.parse(out).findings]).toEqual([0, []]);
    const drifted = await runCli(folder, "drift", "--snapshots", "before", "--format", "json");
    const direct = await runCli(folder, "diff", "before", "after", "--format", "json");
    const essence = (text: string) =>
      (JSON.parse(text) as Reported).findings.map((finding) => `${finding.view} ${finding.rule} ${finding.path}`);
    expect(drifted.code).toBe(1);
    expect(essence(drifted.out)).toEqual(essence(direct.out));
  });
}
