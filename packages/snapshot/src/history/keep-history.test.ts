import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  type Contract,
  historyPath,
  printSnapshot,
  snapshotPath,
  stateDigest,
  stateOn,
  UserError,
} from "@schema-gate/contract";
import {
  at,
  digest,
  historyFile,
  linesOf,
  orders,
  type Sides,
  snapshot,
  snapshotFile,
  view,
} from "../testing/orders-history.js";
import { filesBelow, temporaryDirectory } from "../testing/temporary-directory.js";
import { openHistory } from "./open-history.js";

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
