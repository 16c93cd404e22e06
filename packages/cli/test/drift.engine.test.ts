import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ServerEngine } from "@schema-gate/sandbox";
import { onEachTrino, onPrestoDb, type TestServer } from "@schema-gate/testing";
import { type DriftWorld, makeDriftWorld, type PromisedContract } from "./drift-world.js";
import { startToldIssues, type ToldIssues } from "./told-issues.js";

const runs = "id bigint, label varchar, updated_at timestamp(3), deleted_at timestamp(3)";
const columns = ["!id bigint", "label varchar", "updated_at timestamp(3)", "deleted_at timestamp(3)"];
const ago = (time: string) => `CAST(current_timestamp AT TIME ZONE 'UTC' AS timestamp(3)) - INTERVAL ${time}`;
const row = (id: string, time = "'10' MINUTE", deleted = "NULL") => `${id}, 'a', ${ago(time)}, ${deleted}`;
const hour = [{ property: "latency", value: 1, unit: "h", element: "updated_at" }];
const year = [{ property: "retention", value: 1, unit: "year", element: "updated_at" }];
const soft = [{ property: "deletionMode", value: "soft" }];
const all = "SELECT id, label, updated_at, deleted_at FROM";

/** A view of its own over a table of its own, what breaks it, and what must be found then and nothing else. */
interface Break {
  readonly name: string;
  readonly contract: PromisedContract | null;
  /** Rows of the table while nothing is wrong. */
  readonly rows: readonly string[];
  readonly view: string;
  readonly breaks: (world: DriftWorld, name: string) => Promise<void>;
  readonly found: readonly string[];
}

const breaks: readonly Break[] = [
  {
    name: "column_dropped",
    contract: { columns },
    rows: [row("1")],
    view: `${all} @.column_dropped`,
    breaks: (world) => world.fill("@.column_dropped", "id bigint, updated_at timestamp(3), deleted_at timestamp(3)"),
    found: ["view-invalidated"],
  },
  {
    name: "column_retyped",
    contract: null,
    rows: [],
    view: `${all} @.column_retyped`,
    breaks: (world) => world.fill("@.column_retyped", runs.replace("label varchar", "label integer")),
    found: ["view-staled"],
  },
  {
    name: "column_added",
    contract: { columns },
    rows: [],
    view: "SELECT * FROM @.column_added",
    breaks: (world) => world.fill("@.column_added", `${runs}, more varchar`),
    found: ["view-staled"],
  },
  {
    name: "type_below_narrowed",
    contract: { columns },
    rows: [],
    view: `${all} @.type_below_narrowed`,
    breaks: (world) => world.fill("@.type_below_narrowed", runs.replace("bigint", "integer")),
    found: ["source-type-changed id"],
  },
  {
    name: "late",
    contract: { columns, sla: hour },
    rows: [row("1")],
    view: `${all} @.late`,
    breaks: (world) => world.fill("@.late", runs, row("1", "'3' HOUR")),
    found: ["latency-missed @latency(updated_at)"],
  },
  {
    name: "doubled",
    contract: { columns },
    rows: [row("1"), row("2")],
    view: `${all} @.doubled`,
    breaks: (world) => world.fill("@.doubled", runs, row("1"), row("2"), row("2")),
    found: ["grain-doubled @grain"],
  },
  {
    name: "cut",
    contract: { columns, sla: [...hour, ...year] },
    rows: [row("1", "'400' DAY"), row("2")],
    view: `${all} @.cut`,
    breaks: (world) => world.fill("@.cut", runs, row("2", "'90' DAY"), row("3")),
    found: ["retention-missed @retention(updated_at)"],
  },
  {
    name: "hard_deleted",
    contract: { columns, custom: soft },
    rows: [row("1"), row("2", "'20' MINUTE", ago("'1' MINUTE"))],
    view: `${all} @.hard_deleted`,
    breaks: (world) => world.fill("@.hard_deleted", runs, row("2", "'20' MINUTE", ago("'1' MINUTE"))),
    found: ["rows-vanished @deletion"],
  },
  {
    name: "never_marked",
    contract: { columns, custom: soft },
    rows: [row("1", "'20' MINUTE", ago("'1' MINUTE"))],
    view: `${all} @.never_marked`,
    breaks: (world) => world.fill("@.never_marked", runs, row("1")),
    found: ["deletion-marker-unused @deletion"],
  },
  {
    name: "nulled",
    contract: { columns },
    rows: [row("1")],
    view: `${all} @.nulled`,
    breaks: (world) => world.fill("@.nulled", runs, row("NULL")),
    found: ["nulls-found id"],
  },
  {
    name: "dropped",
    contract: { columns },
    rows: [],
    view: `${all} @.dropped`,
    breaks: (world) => world.run("DROP VIEW $.dropped_v1"),
    found: ["view-removed"],
  },
  {
    name: "replaced",
    contract: { columns },
    rows: [],
    view: `${all} @.replaced`,
    breaks: (world) =>
      world.run("CREATE OR REPLACE VIEW $.replaced_v1 AS SELECT id, label, updated_at FROM @.replaced"),
    found: ["column-removed deleted_at"],
  },
];

const allFound = [...breaks.flatMap(({ name, found }) => found.map((each) => named(name, each)))];

function named(name: string, found: string): string {
  const [rule = "", path = ""] = found.split(" ");
  return `${rule} ${name}_v1 ${path}`.trim();
}

onEachTrino((server) => declareTests(server, "trino"));
onPrestoDb((server) => declareTests(server, "presto"));

function declareTests({ version, url }: TestServer, engine: ServerEngine): void {
  let world: DriftWorld;
  let github: ToldIssues;
  const healthy = async () => {
    for (const { name, rows, view } of breaks) {
      await world.fill(`@.${name}`, runs, ...rows);
      await world.run(`CREATE OR REPLACE VIEW $.${name}_v1 AS ${view}`);
    }
  };

  beforeAll(async () => {
    world = await makeDriftWorld(url, `breaks_${version.replaceAll(/\W/g, "_")}`, {}, engine);
    await healthy();
    for (const { name, contract } of breaks) if (contract) world.promise(`${name}_v1`, contract);
    const snapshot = await import("./run-cli.js").then(({ runCli }) => runCli(world.folder, "snapshot"));
    expect([snapshot.code, snapshot.err]).toEqual([0, ""]);
    github = await startToldIssues();
  });

  afterAll(() => github.close());

  const views = [...breaks.map(({ name }) => `${name}_v1`), "by_hand_v1"].sort();

  test("each promise is broken, found exactly, told since when and in an issue, mended, and no longer found", async () => {
    const series = ["--series", "drift.jsonl"];
    const before = await world.drift("2026-11-16", ...series);
    expect([before.found, before.code, before.err]).toEqual([[], 0, ""]);
    for (const each of breaks) await each.breaks(world, each.name);
    await world.run("CREATE VIEW $.by_hand_v1 AS SELECT 1 AS id");
    const first = await world.drift("2026-11-17", ...series);
    expect(first.found.toSorted()).toEqual([...allFound, "view-undeclared by_hand_v1"].toSorted());
    expect([first.code, first.err]).toEqual([1, ""]);
    expect(first.findings.filter(({ message }) => message.includes("since"))).toEqual([]);
    const second = await world.drift("2026-11-18", ...series);
    expect(second.found).toEqual(first.found);
    expect(second.findings.filter(({ message }) => !message.endsWith(" It has been so since 2026-11-17."))).toEqual([]);
    for (const run of [first, second]) {
      await github.tell(run.out);
      expect(await github.issues()).toEqual(views.map((view) => `${view} open`));
    }
    await world.run("DROP VIEW $.by_hand_v1");
    await healthy();
    const mended = await world.drift("2026-11-19", ...series);
    expect([mended.found, mended.code, mended.err]).toEqual([[], 0, ""]);
    await github.tell(mended.out);
    expect(await github.issues()).toEqual(views.map((view) => `${view} closed`));
  });
}
