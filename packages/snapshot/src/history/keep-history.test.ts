import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  type Contract,
  type HistoryVerdict,
  historyPath,
  printSnapshot,
  snapshotPath,
  stateDigest,
  stateOn,
  UserError,
  viewLabel,
} from "@schema-gate/contract";
import { replaceSnapshots } from "../files/replace-snapshots.js";
import { carryOut, decide, fileDigest, pathOf, type Replacement, stagedFile } from "../files/replacement.js";
import { writingBelow } from "../files/write-snapshots.js";
import { filesBelow, temporaryDirectory } from "../testing/temporary-directory.js";
import { openHistory } from "./open-history.js";

const at = { catalog: "awsdatacatalog", schema: "dev_prod_live" };
const orders = { ...at, name: "orders_v1" };
const snapshotFile = snapshotPath(orders);
const historyFile = historyPath(orders);
const view = (type = "bigint", name = "orders_v1"): Contract => ({
  ...at,
  name,
  kind: "view",
  security: "definer",
  comment: null,
  columns: [{ name: "id", type, nullable: null, comment: null }],
  definition: null,
});

type Sides = readonly [readonly Contract[], readonly Contract[]];

/** What `snapshot` does with what it read; each call of the judge is noted. */
async function snapshot(
  root: string,
  today: string,
  contracts: readonly Contract[],
  removed: readonly string[] = [],
  judged: Sides[] = [],
) {
  const judge = async (before: readonly Contract[], after: readonly Contract[]) => {
    judged.push([before, after]);
    return new Map<string, HistoryVerdict>([[viewLabel(orders), "block"]]);
  };
  const gone = removed.map((name) => ({ ...at, name }));
  const lost = (await isThere(join(root, historyFile))) && contracts.length + gone.length === 0 ? [orders] : [];
  return writingBelow(root, () =>
    replaceSnapshots(root, { contracts, removed: gone, lost, recording: { today, judge } }),
  );
}

async function isThere(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

async function linesOf(
  root: string,
): Promise<{ date: string; verdict: string | null; before: string | null; after: string | null }[]> {
  const { history } = await openHistory(root, "snapshots", orders);
  return (history?.entries ?? []).map(({ date, verdict, before, after }) => ({ date, verdict, before, after }));
}

const digest = (type: string) => stateDigest(view(type));

test("each change is a line: a view that comes, changes, goes and comes again; the same again is none", async () => {
  const root = await temporaryDirectory();
  const judged: Sides[] = [];
  await snapshot(root, "2026-03-01", [view()], [], judged);
  await snapshot(root, "2026-03-02", [view()], [], judged);
  await snapshot(root, "2026-03-05", [view("varchar")], [], judged);
  await snapshot(root, "2026-03-07", [], ["orders_v1"], judged);
  expect(Object.keys(await filesBelow(root))).toEqual([historyFile]);
  expect(await linesOf(root)).toEqual([
    { date: "2026-03-01", verdict: "block", before: null, after: digest("bigint") },
    { date: "2026-03-05", verdict: "block", before: digest("bigint"), after: digest("varchar") },
    { date: "2026-03-07", verdict: "block", before: digest("varchar"), after: null },
  ]);
  await snapshot(root, "2026-03-08", [], [], judged);
  await snapshot(root, "2026-03-09", [view()], [], judged);
  expect((await linesOf(root)).slice(3)).toEqual([
    { date: "2026-03-09", verdict: "block", before: null, after: digest("bigint") },
  ]);
  expect(judged).toEqual([
    [[], [view()]],
    [[view()], [view("varchar")]],
    [[view("varchar")], []],
    [[], [view()]],
  ]);
});

test("views that stay the same are judged with those that change, and keep their files as they are", async () => {
  const root = await temporaryDirectory();
  const other = view("bigint", "other_v1");
  await snapshot(root, "2026-03-01", [view(), other]);
  const before = await filesBelow(root);
  const judged: Sides[] = [];
  const outcome = await snapshot(root, "2026-03-02", [view("varchar"), other], [], judged);
  expect(outcome).toEqual({ written: [orders], unchanged: [{ ...at, name: "other_v1" }], removed: [], broken: [] });
  expect(judged).toEqual([
    [
      [view(), other],
      [view("varchar"), other],
    ],
  ]);
  const after = await filesBelow(root);
  const ofOther = [historyPath(other), snapshotPath(other)];
  expect(ofOther.map((file) => after[file])).toEqual(ofOther.map((file) => before[file]));
});

test("what is said of a view again is judged against what was said last", async () => {
  const root = await temporaryDirectory();
  const judged: Sides[] = [];
  const saying = (comment: string | null, ofId: string | null): Contract => ({
    ...view(),
    comment,
    columns: view().columns.map((column) => ({ ...column, comment: ofId })),
  });
  const days = [saying("Orders.", "Unique."), saying(null, null), saying(null, "Not unique."), saying("Sums.", null)];
  for (const [index, day] of days.entries()) await snapshot(root, `2026-03-0${index + 1}`, [day], [], judged);
  expect(judged).toEqual([
    [[], [saying("Orders.", "Unique.")]],
    [[saying("Orders.", "Unique.")], [saying(null, null)]],
    [[saying(null, "Unique.")], [saying(null, "Not unique.")]],
    [[saying("Orders.", "Not unique.")], [saying("Sums.", null)]],
  ]);
});

test("a snapshot that was there before its history is found first: the history does not say since when", async () => {
  const root = await temporaryDirectory();
  await mkdir(dirname(join(root, snapshotFile)), { recursive: true });
  await writeFile(join(root, snapshotFile), printSnapshot(view()));
  await snapshot(root, "2026-03-01", [view()]);
  expect(Object.keys(await filesBelow(root))).toEqual([snapshotFile]);
  await snapshot(root, "2026-03-02", [view("varchar")]);
  expect(await linesOf(root)).toEqual([
    { date: "2026-03-02", verdict: null, before: null, after: digest("bigint") },
    { date: "2026-03-02", verdict: "block", before: digest("bigint"), after: digest("varchar") },
  ]);
});

test.each([
  ["an edit by hand that nobody made live", view("double"), [view("varchar")], ["double", "varchar"]],
  ["an edit by hand before the next change", view("double"), [view("bigint")], ["double", "bigint"]],
  ["an edit by hand that foresaw what is live", view("varchar"), [view("varchar")], ["varchar"]],
  ["a file deleted by hand", null, [view("varchar")], [null, "varchar"]],
  ["a file deleted by hand of a view that is gone", null, [], [null]],
])("%s is recorded as found; days since the last line are not told", async (_, edited, live, expected) => {
  const root = await temporaryDirectory();
  await snapshot(root, "2026-03-01", [view()]);
  if (edited === null) await rm(join(root, snapshotFile));
  else await writeFile(join(root, snapshotFile), printSnapshot(edited));
  const reason = edited === null ? "there is no snapshot" : "the snapshot beside it has another";
  await expect(openHistory(root, "snapshots", orders)).rejects.toEqual(
    new UserError(
      "usage",
      `snapshots/${historyFile}:1: the history ends with this state, and ${reason}. The snapshot was edited or merged, or lines were lost. ` +
        "Take both files back as git has them, or run schema-diff snapshot: it records what it finds.",
    ),
  );
  await snapshot(root, "2026-03-05", live);
  const { history, current } = await openHistory(root, "snapshots", orders);
  if (history === null) throw new Error("The history is gone.");
  expect(history.entries.slice(1).map(({ verdict, after }) => [verdict, after])).toEqual(
    expected.map((type, index) => [index === 0 ? null : "block", type === null ? null : digest(type)]),
  );
  expect(() => stateOn(history, "2026-03-03", stateDigest(current))).toThrow(
    new UserError(
      "usage",
      `snapshots/${historyFile}:2: the snapshot was changed by other means than schema-diff snapshot between 2026-03-01 and 2026-03-05, on which day is not known.`,
    ),
  );
});

test.each([
  ["no JSON", "<<<<<<< HEAD\n"],
  ["a type that is none", printSnapshot(view("row(")).toString()],
  ["another view", printSnapshot(view("bigint", "x_v1"))],
])("a damaged snapshot (%s) is replaced as ever; what the change was is not known", async (_, text) => {
  const root = await temporaryDirectory();
  await snapshot(root, "2026-03-01", [view()]);
  await writeFile(join(root, snapshotFile), text);
  await snapshot(root, "2026-03-05", [view("varchar")]);
  expect((await linesOf(root)).slice(1)).toEqual([
    { date: "2026-03-05", verdict: null, before: digest("bigint"), after: digest("varchar") },
  ]);
});

test("a view whose history nobody can read is broken and keeps both files; the others are written", async () => {
  const root = await temporaryDirectory();
  await snapshot(root, "2026-03-01", [view()]);
  await writeFile(join(root, historyFile), '{"half":');
  const before = await filesBelow(root);
  const outcome = await snapshot(root, "2026-03-02", [view("varchar"), view("bigint", "other_v1")]);
  expect(outcome).toEqual({
    written: [{ ...at, name: "other_v1" }],
    unchanged: [],
    removed: [],
    broken: [
      {
        view: orders,
        reason: expect.stringMatching(/^Cannot read snapshots\/.*orders_v1\.history\.jsonl: .*\(line 1, column 9\)/),
      },
    ],
  });
  const after = await filesBelow(root);
  expect([after[historyFile], after[snapshotFile]]).toEqual([before[historyFile], before[snapshotFile]]);
});

/** A second snapshot that decides on its files and is stopped after so many of its steps. */
async function stoppedAfter(steps: number): Promise<{ root: string; whole: Record<string, string> }> {
  const [root, finished] = [await temporaryDirectory(), await temporaryDirectory()];
  for (const each of [root, finished]) await snapshot(each, "2026-03-01", [view()]);
  await snapshot(finished, "2026-03-05", [view("varchar")]);
  await mkdir(join(root, ".staging"));
  const files: Replacement[] = [];
  for (const [source, kind] of (["history", "snapshot"] as const).entries()) {
    const [now, next] = await Promise.all([root, finished].map((each) => readFile(pathOf(each, orders, kind), "utf8")));
    await writeFile(stagedFile(root, source), next ?? "");
    files.push({ view: orders, kind, source, before: fileDigest(now ?? ""), after: fileDigest(next ?? "") });
  }
  if (steps > 0) await decide(root, files);
  await carryOut(root, files.slice(0, Math.max(0, steps - 1)));
  const whole = Object.entries(await filesBelow(finished)).map(([file, { text }]) => [file, text]);
  return { root, whole: Object.fromEntries(whole) };
}

const textsOf = async (root: string) =>
  Object.fromEntries(Object.entries(await filesBelow(root)).map(([file, { text }]) => [file, text]));

test.each([0, 1, 2, 3])(
  "stopped after step %i, a run is completed by the next, and nothing is doubled",
  async (steps) => {
    const { root, whole } = await stoppedAfter(steps);
    await snapshot(root, "2026-03-05", [view("varchar")]);
    expect(await textsOf(root)).toEqual(whole);
  },
);

test("stopped in between, the two files are never taken for each other's: it is said that a run was stopped", async () => {
  const { root } = await stoppedAfter(2);
  await expect(openHistory(root, "snapshots", orders)).rejects.toEqual(
    new UserError(
      "usage",
      `snapshots/${historyFile}:2: this is the last line, and the snapshot is not as it says: a snapshot is being written, or was stopped. ` +
        "Wait for it, or run schema-diff snapshot again, which completes it.",
    ),
  );
});

test("files that were changed since, by git for instance, are not overwritten by what a stopped run had decided", async () => {
  const { root } = await stoppedAfter(1);
  const other = printSnapshot(view("double"));
  await writeFile(join(root, snapshotFile), other);
  await snapshot(root, "2026-03-09", [view("bigint", "other_v1")]);
  expect([
    (await textsOf(root))[snapshotFile],
    (await linesOf(root).catch(({ message }) => message)) as string,
  ]).toEqual([
    other,
    expect.stringContaining(
      `${historyFile}:1: the history ends with this state, and the snapshot beside it has another.`,
    ),
  ]);
});

test("a plan that names places outside of the snapshots replaces none of them", async () => {
  const root = join(await temporaryDirectory(), "snapshots");
  await mkdir(join(root, ".staging"), { recursive: true });
  await writeFile(join(root, ".staging", "0"), "stranger");
  const outside = { catalog: "..", schema: "..", name: "../../x" };
  const files = [{ view: outside, kind: "snapshot", source: 0, before: null, after: fileDigest("stranger") }];
  await writeFile(join(root, ".staging", "plan.json"), JSON.stringify({ formatVersion: 1, files }));
  await snapshot(root, "2026-03-01", [view()]);
  expect(Object.keys(await filesBelow(join(root, "..")))).toEqual(
    [historyFile, snapshotFile].map((file) => `snapshots/${file}`),
  );
});
