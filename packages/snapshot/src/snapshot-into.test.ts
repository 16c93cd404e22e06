import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { snapshotInto } from "./snapshot-into.js";
import { aSchema, aTrinoError } from "./testing/a-schema.js";
import { type Answer, scriptedPort } from "./testing/scripted-port.js";
import { filesBelow, temporaryDirectory } from "./testing/temporary-directory.js";

const profile = { catalog: "awsdatacatalog", schemas: ["dev_prod_live"] };
const named = (name: string) => ({ catalog: "awsdatacatalog", schema: "dev_prod_live", name });

/** A schema of these views, and Trino's word that no other exists. */
function schemaOf(names: readonly string[], answers: readonly Answer[] = []): readonly Answer[] {
  return aSchema([
    ...answers,
    [/\.tables WHERE/, names.map((name) => [name, "VIEW"])],
    [/\.views WHERE/, names.map((name) => [name, "SELECT 1 id"])],
    [/\.columns WHERE/, names.map((name) => [name, "id", 1, "YES", "bigint", null])],
    [/^DESCRIBE/, aTrinoError("TABLE_NOT_FOUND", "line 1:1: Table does not exist")],
  ]);
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `view_${index + 10}_v1`);

async function snapshotsOf(names: readonly string[]): Promise<string> {
  const root = await temporaryDirectory();
  await snapshotInto(scriptedPort(schemaOf(names)), profile, root);
  return root;
}

test("a broken view keeps its file, a doubtful one too, a confirmed removal loses it, the rest is written", async () => {
  const root = await snapshotsOf(["broken_v1", "doubtful_v1", "gone_v1", "same_v1"]);
  const before = await filesBelow(root);
  const port = scriptedPort(
    schemaOf(
      ["broken_v1", "new_v1", "same_v1"],
      [
        [/EXPLAIN.*"broken_v1"/, aTrinoError("VIEW_IS_STALE", "stale")],
        [/DESCRIBE.*"doubtful_v1"/, [["id", "bigint", "", ""]]],
      ],
    ),
  );
  expect(await snapshotInto(port, profile, root)).toEqual({
    written: [named("new_v1")],
    unchanged: [named("same_v1")],
    removed: [named("gone_v1")],
    broken: [
      { view: named("broken_v1"), reason: "stale" },
      { view: named("doubtful_v1"), reason: "Missing from the listing, yet Trino describes it when asked by name." },
    ],
    serverVersion: "476",
  });
  const { "awsdatacatalog/dev_prod_live/gone_v1.json": _, ...kept } = before;
  const { "awsdatacatalog/dev_prod_live/new_v1.json": added, ...after } = await filesBelow(root);
  expect(after).toEqual(kept);
  expect(added?.text).toContain('"name": "new_v1"');
});

test("what this user may not see of a view is not forgotten: with whose rights it reads", async () => {
  const root = await snapshotsOf(["same_v1", "changed_v1"]);
  const before = await filesBelow(root);
  const denied: Answer = [/^SHOW CREATE VIEW/, aTrinoError("PERMISSION_DENIED", "Access Denied")];
  const retyped: Answer = [
    /\.columns WHERE/,
    [
      ["same_v1", "id", 1, "YES", "bigint", null],
      ["changed_v1", "id", 1, "YES", "varchar", null],
    ],
  ];
  const { written, unchanged } = await snapshotInto(
    scriptedPort(schemaOf(["same_v1", "changed_v1"], [denied, retyped])),
    profile,
    root,
  );
  expect([written, unchanged]).toEqual([[named("changed_v1")], [named("same_v1")]]);
  const file = "awsdatacatalog/dev_prod_live/changed_v1.json";
  const text = before[file]?.text ?? "";
  expect(text).toContain('"security": "definer"');
  expect((await filesBelow(root))[file]?.text).toBe(text.replace('"bigint"', '"varchar"'));
});

test("columns that this user may not read are not gone: the view's file is left alone", async () => {
  const columns = (...names: string[]): Answer => [
    /\.columns WHERE/,
    names.map((name, index) => ["open_v1", name, index + 1, "YES", "bigint", null]),
  ];
  const root = await temporaryDirectory();
  await snapshotInto(scriptedPort(schemaOf(["open_v1"], [columns("id", "secret", "gone")])), profile, root);
  const before = await filesBelow(root);
  const denied: Answer = [/SELECT "secret"/, aTrinoError("PERMISSION_DENIED", "Access Denied")];
  const gone: Answer = [/SELECT "gone"/, aTrinoError("COLUMN_NOT_FOUND", "line 1:8: Column 'gone' cannot be resolved")];
  const outcome = await snapshotInto(scriptedPort(schemaOf(["open_v1"], [columns("id"), denied, gone])), profile, root);
  const reason = "This user may not read all of its columns: secret.";
  expect(outcome).toMatchObject({
    written: [],
    unchanged: [],
    removed: [],
    broken: [{ view: named("open_v1"), reason }],
  });
  expect(await filesBelow(root)).toEqual(before);
});

test("a view whose name is too long for a file is broken, the others are written, and the longest that fits is", async () => {
  const fits = "v".repeat(241);
  const long = "ü".repeat(41);
  const root = await temporaryDirectory();
  const outcome = await snapshotInto(scriptedPort(schemaOf(["a_v1", fits, long])), profile, root);
  expect(outcome).toEqual({
    written: [named("a_v1"), named(fits)],
    unchanged: [],
    removed: [],
    broken: [
      {
        view: named(long),
        reason: "Its name is too long for a file: 260 bytes where 255 are possible. Publish it under a shorter name.",
      },
    ],
    serverVersion: "476",
  });
  expect(Object.keys(await filesBelow(root))).toEqual([
    "awsdatacatalog/dev_prod_live/a_v1.json",
    `awsdatacatalog/dev_prod_live/${fits}.json`,
  ]);
});

test.each([
  ["5 of 5", 5, 5],
  ["6 of 30, just 20 %,", 30, 6],
])("%s views gone at once is believed", async (_, committed, gone) => {
  const names = numbered(committed);
  const root = await snapshotsOf(names);
  const { removed } = await snapshotInto(scriptedPort(schemaOf(names.slice(gone))), profile, root);
  expect(removed).toEqual(names.slice(0, gone).map(named));
});

test("6 of 29 views gone at once is not believed: nothing is written, until it is accepted", async () => {
  const names = numbered(29);
  const root = await snapshotsOf(names);
  const before = await filesBelow(root);
  const live = [...names.slice(6), "new_v1"];
  await expect(snapshotInto(scriptedPort(schemaOf(live)), profile, root)).rejects.toEqual(
    new UserError(
      "unreachable",
      `6 of 29 committed views seem gone from Trino at once: ${names
        .slice(0, 6)
        .map((name) => `awsdatacatalog.dev_prod_live.${name}`)
        .join(
          ", ",
        )}. Nothing was written, since that is how a catalogue in trouble looks. If they were really removed, run again with --accept-removals.`,
    ),
  );
  expect(await filesBelow(root)).toEqual(before);
  const outcome = await snapshotInto(scriptedPort(schemaOf(live)), profile, root, { acceptRemovals: true });
  expect([outcome.written, outcome.removed]).toEqual([[named("new_v1")], names.slice(0, 6).map(named)]);
});

test("of very many views gone only the first ten are named", async () => {
  const names = numbered(40);
  const root = await snapshotsOf(names);
  await expect(snapshotInto(scriptedPort(schemaOf([])), profile, root)).rejects.toThrow(
    /^40 of 40 committed views .*view_19_v1 and 30 more\. Nothing was written/,
  );
});

test("files of other catalogs and schemas are none of a profile's business", async () => {
  const root = await snapshotsOf(["orders_v1"]);
  const before = await filesBelow(root);
  const other = aSchema([[/\.schemata WHERE/, [["other"]]]]);
  const outcome = await snapshotInto(scriptedPort(other), { catalog: "awsdatacatalog", schemas: ["other"] }, root);
  expect(outcome).toEqual({ written: [], unchanged: [], removed: [], broken: [], serverVersion: "476" });
  expect(await filesBelow(root)).toEqual(before);
});

test("a server that goes away while it reads leaves every file as it was", async () => {
  const root = await snapshotsOf(["a_v1", "b_v1"]);
  const before = await filesBelow(root);
  const down = new UserError("unreachable", "Cannot reach Trino");
  const answers: readonly Answer[] = [
    [/EXPLAIN.*"c_v1"/, down],
    [/\.columns WHERE/, [["c_v1", "id", 1, "YES", "varchar", null]]],
  ];
  await expect(snapshotInto(scriptedPort(schemaOf(["a_v1", "b_v1", "c_v1"], answers)), profile, root)).rejects.toBe(
    down,
  );
  expect(await filesBelow(root)).toEqual(before);
});
