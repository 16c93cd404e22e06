import { afterAll, expect, test } from "@jest/globals";
import { type Contract, historyPath, nextLines, parseHistory, rebuildHistory } from "@schema-gate/contract";
import { check } from "./check/check.js";
import { contentId } from "./content-id.js";
import { request } from "./testing/guarded-repository.js";
import { aView, snapshotFiles } from "./testing/snapshots.js";
import { removeTemporaryDirectories } from "./testing/temporary-directory.js";
import { TemporaryRepository } from "./testing/temporary-repository.js";

afterAll(removeTemporaryDirectories);

const whole = aView("tasks_v1", ["id varchar"], { definition: "SELECT id FROM landing.tasks" });
const unseen: Contract = { ...whole, definition: null };
const path = `snapshots/${historyPath(whole)}`;

function historyOf(...states: readonly Contract[]): string {
  return states.reduce((text, after, index) => {
    const before = states[index - 1] ?? null;
    const history = text === "" ? null : rebuildHistory(parseHistory(Buffer.from(text), path), path, after);
    return text + nextLines(history, { before, after, verdict: "pass", date: `2026-03-0${index + 1}` });
  }, "");
}

const written = historyOf(whole, unseen, whole);
const lines = written.split("\n");

function guarded(history = written): TemporaryRepository {
  const files = new TemporaryRepository();
  files.write({ ...snapshotFiles([whole]), [path]: history });
  files.commit();
  files.git("checkout", "--quiet", "-b", "change");
  return files;
}

/** What the gate says of the working tree, and of the same committed: both must be one. */
async function found(files: TemporaryRepository): Promise<readonly unknown[]> {
  const said = async (head: string | null) =>
    (await check(request(files, { head }))).report.findings.map(({ rule, action, view, message, location }) => [
      ...[rule, action, view, message, location],
    ]);
  const here = await said(null);
  files.commit("2026-11-22T00:00:00Z");
  expect(await said("HEAD")).toEqual(here);
  return here;
}

const rewritten = (how: string, line: number) => [
  ...["history-rewritten", "block", "awsdatacatalog.dev_prod_live.tasks_v1", `${path} ${how}.`],
  { side: "before", file: path, line, endLine: line },
];

test.each<[string, string | null, string, number]>([
  ["removed", null, "is removed, and with it 3 lines", 1],
  ["emptied", "", "loses 3 of 3 lines", 1],
  ["cut off", lines.slice(0, 2).join("\n"), "loses 1 of 3 lines", 3],
  ["begun anew", historyOf(unseen), "loses 3 of 3 lines", 1],
  [
    "garbled by a line more",
    `${written}<<<<<<< HEAD\n`,
    `can no longer be read: Cannot read ${path}: expected a value, found "<" (line 4, column 1). Take the file back as git has it, or delete it to begin anew`,
    1,
  ],
])("a history that is %s blocks, though the view stays the same", async (_what, text, how, line) => {
  const files = guarded();
  if (text === null) files.remove(path);
  else files.write({ [path]: text });
  expect(await found(files)).toEqual([rewritten(how, line)]);
});

test("each rewriting is a finding of its own, so that no waiver of one excuses the next", async () => {
  const files = guarded();
  const judged = async (text: string) => {
    files.write({ [path]: text });
    const [finding] = (await check(request(files))).report.findings;
    return [finding?.rule, finding?.before, finding?.after];
  };
  for (const text of ["", lines.slice(0, 2).join("\n")]) {
    const ids = [written, text].map((each) => contentId(Buffer.from(each)));
    expect(await judged(text)).toEqual(["history-rewritten", ...ids]);
  }
});

test("a history taken away together with what it would tell again is not a change of nothing", async () => {
  const files = guarded();
  files.remove(path);
  files.write(snapshotFiles([unseen]));
  expect(await found(files)).toEqual([rewritten("is removed, and with it 3 lines", 1)]);
});

test("lines that come, move, are doubled or end otherwise take nothing away", async () => {
  const files = guarded();
  const [first, second, third] = lines;
  const more = historyOf(whole, unseen, whole, unseen).split("\n")[3];
  files.write({ [path]: `${[first, third, second, second, more].join("\r\n")}\r\n`, ...snapshotFiles([unseen]) });
  expect(await found(files)).toEqual([]);
});

test("one that nobody could read before may be mended or taken away", async () => {
  const damaged = `${written}<<<<<<< HEAD\n`;
  const mended = guarded(damaged);
  mended.write({ [path]: written });
  expect(await found(mended)).toEqual([]);
  const removed = guarded(damaged);
  removed.remove(path);
  expect(await found(removed)).toEqual([]);
});

test("a break that the same change makes unseen again is found: the next would not be told of it", async () => {
  const other = { ...whole, comment: "One row a task.", definition: "SELECT id FROM landing.tasks GROUP BY id" };
  const said = { ...whole, comment: "One row a build." };
  const files = guarded(historyOf(said));
  files.write(snapshotFiles([said]));
  files.commit();
  files.git("checkout", "--quiet", "-B", "main");
  files.git("checkout", "--quiet", "-B", "change");
  files.write({ [path]: historyOf(said, other, unseen), ...snapshotFiles([unseen]) });
  expect((await found(files)).map((finding) => (finding as readonly unknown[]).slice(0, 2))).toEqual([
    ["grouping-changed", "block"],
    ["description-changed", "warn"],
    ["description-removed", "allow"],
  ]);
});
