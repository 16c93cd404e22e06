import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  type Contract,
  historyPath,
  nextLines,
  parseHistory,
  parseSnapshotText,
  printSnapshot,
  rebuildHistory,
  snapshotPath,
  viewLabel,
} from "@schema-gate/contract";
import { policyOfDirectory } from "@schema-gate/gate";
import { golden } from "@schema-gate/testing";
import type { Io } from "../src/io.js";
import { verdictsOfViews } from "../src/verdicts-of-views.js";
import { runCli, temporaryFolder } from "./run-cli.js";

const orders = { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "orders_v1" };
const snapshotFile = `snapshots/${snapshotPath(orders)}`;
const historyFile = `snapshots/${historyPath(orders)}`;
const column = (name: string, type = "bigint") => ({ name, type, nullable: null, comment: null });
const view: Contract = {
  ...orders,
  kind: "view",
  security: "definer",
  comment: null,
  columns: [column("id"), column("total", "double")],
  definition: "SELECT 1 id, 2e0 total",
};
const steps: readonly (readonly [string, Contract | null])[] = [
  ["2026-03-01", view],
  ["2026-03-05", { ...view, comment: "One row per \u001b[31morder." }],
  ["2026-04-01", { ...view, columns: [column("id"), column("shop", "varchar"), column("total", "real")] }],
  ["2026-04-02", { ...view, columns: [column("sum of", "varchar"), column("id")], definition: null }],
  ["2026-05-01", null],
  ["2026-05-03", view],
];

const silent: Io["out"] = { isTerminal: false, width: null, write: () => undefined };
const io: Io = {
  out: silent,
  err: silent,
  env: {},
  cwd: "",
  today: () => "2026-11-22",
  ask: null,
  onInterrupt: () => () => undefined,
};

/** Does to the files what a snapshot of one view does, with the verdict that the gate really gives. */
async function take(folder: string, date: string, after: Contract | null): Promise<void> {
  const read = (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : null);
  const [text, bytes] = [read(snapshotFile), read(historyFile)];
  const before = text === null ? null : parseSnapshotText(text.toString(), snapshotFile);
  const sides = { before: before ? [before] : [], after: after ? [after] : [], asOf: date };
  const verdicts = await verdictsOfViews(await policyOfDirectory(folder), sides, io);
  const history = bytes === null ? null : rebuildHistory(parseHistory(bytes, historyFile), historyFile, orders);
  const verdict = verdicts.get(viewLabel(orders)) ?? "pass";
  const more = nextLines(history, { before, after, verdict, date });
  mkdirSync(dirname(join(folder, historyFile)), { recursive: true });
  writeFileSync(join(folder, historyFile), `${bytes ?? ""}${more}`);
  if (after === null) rmSync(join(folder, snapshotFile));
  else writeFileSync(join(folder, snapshotFile), printSnapshot(after));
}

async function takeAll(upTo: number): Promise<string> {
  const folder = temporaryFolder();
  for (const [date, after] of steps.slice(0, upTo)) await take(folder, date, after);
  return folder;
}

function git(folder: string, ...words: string[]): string {
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
  return execFileSync("git", [...identity, ...words], { cwd: folder, encoding: "utf8", stdio: "pipe" });
}

test.each(["text", "json"])(
  "log as %s tells every change, newest first, in words that steer no terminal",
  async (format) => {
    const { code, out, err } = await runCli(await takeAll(6), "log", "orders_v1", "--format", format);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(golden(new URL(`golden/log.${format}.txt`, import.meta.url), out));
  },
);

test("show --at gives for each day the file that git had at its end, byte for byte", async () => {
  const folder = temporaryFolder();
  git(folder, "init", "--quiet");
  for (const [date, after] of steps.slice(0, 4)) {
    await take(folder, date, after);
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "--date", `${date}T12:00:00Z`, "-m", date);
  }
  const commits = git(folder, "log", "--format=%H", "--reverse").trim().split("\n");
  const days = ["2026-03-01", "2026-03-05", "2026-04-01", "2026-04-02"];
  for (const [index, commit] of commits.entries()) {
    const { code, out, err } = await runCli(folder, "show", "orders_v1", "--at", days[index] ?? "");
    expect([code, out, err]).toEqual([0, git(folder, "show", `${commit}:${snapshotFile}`), ""]);
  }
  const between = await runCli(folder, "show", "orders_v1", "--at", "2026-03-31");
  expect(between.out).toBe(git(folder, "show", `${commits[1]}:${snapshotFile}`));
  expect((await runCli(folder, "show", "orders_v1")).out).toBe(readFileSync(join(folder, snapshotFile), "utf8"));
});

test("branches that git merged with merge=union: days are told, the one on which both changed is not", async () => {
  const folder = temporaryFolder();
  git(folder, "init", "--quiet", "--initial-branch", "main");
  writeFileSync(join(folder, ".gitattributes"), "*.history.jsonl merge=union\n");
  const commit = () => {
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "-m", "Snapshots");
  };
  await take(folder, "2026-03-01", view);
  commit();
  git(folder, "switch", "--quiet", "-c", "other");
  const [left, right]: readonly Contract[] = [
    { ...view, comment: "Left." },
    { ...view, comment: "Right." },
  ];
  await take(folder, "2026-03-05", left ?? null);
  commit();
  git(folder, "switch", "--quiet", "main");
  await take(folder, "2026-03-05", right ?? null);
  commit();
  expect(() => git(folder, "merge", "other")).toThrow(/^Command failed: .* merge other$/);
  git(folder, "checkout", "--ours", "--", snapshotFile);
  commit();
  expect(readFileSync(join(folder, historyFile), "utf8").trim().split("\n")).toHaveLength(3);

  const shown = async (...at: string[]) => (await runCli(folder, "show", "orders_v1", ...at)).out;
  const texts = [await shown("--at", "2026-03-04"), await shown("--at", "2026-03-05"), await shown()];
  expect(texts).toEqual([printSnapshot(view), printSnapshot(right ?? view), printSnapshot(right ?? view)]);
  await take(folder, "2026-03-09", left ?? null);
  const { code, err } = await runCli(folder, "show", "orders_v1", "--at", "2026-03-07");
  expect([code, err]).toEqual([
    2,
    `schema-diff: ${historyFile}:2: lines 2 and 3, all of 2026-03-05, come from branches that were merged: which was the later cannot be told.\n`,
  ]);
  expect(await shown("--at", "2026-03-09")).toBe(printSnapshot(left ?? view));
});

test.each([
  [
    "before the history begins",
    ["--at", "2026-02-28"],
    `${historyFile} begins on 2026-03-01: what stood there on 2026-02-28 it does not know. Ask git for the file of that day.`,
  ],
  [
    "on a day without the view",
    ["--at", "2026-05-01"],
    "There is no awsdatacatalog.dev_prod_live.orders_v1 on 2026-05-01; schema-diff log shows since when.",
  ],
  [
    "as it stands, which it does not",
    [],
    "There is no awsdatacatalog.dev_prod_live.orders_v1 any more; schema-diff log shows since when.",
  ],
  [
    "on a day to come",
    ["--at", "9999-12-31"],
    "--at 9999-12-31 is a day to come: nobody knows yet what will stand there. Leave --at out for what stands there now.",
  ],
  ["on no day", ["--at", "March"], '--at "March" is not a date; write one like 2026-11-22.'],
])("show of a view that is gone, %s, exits 2", async (_, words, problem) => {
  const { code, out, err } = await runCli(await takeAll(5), "show", "orders_v1", ...words);
  expect([code, out, err]).toEqual([2, "", `schema-diff: ${problem}\n`]);
});

test("a history that does not fit its snapshot is no answer: log and show exit 2", async () => {
  const folder = await takeAll(3);
  writeFileSync(join(folder, snapshotFile), printSnapshot({ ...view, comment: "By hand." }));
  for (const command of ["log", "show"]) {
    const { code, out, err } = await runCli(folder, command, "orders_v1");
    expect([code, out]).toEqual([2, ""]);
    expect(
      err.startsWith(
        `schema-diff: ${historyFile}:3: the history ends with this state, and the snapshot beside it has another.`,
      ),
    ).toBe(true);
  }
});

test("a view without history is shown as it stands, and its log says that none was begun", async () => {
  const folder = await takeAll(1);
  rmSync(join(folder, historyFile));
  expect(await runCli(folder, "show", "orders_v1")).toEqual({ code: 0, out: printSnapshot(view), err: "" });
  expect(await runCli(folder, "log", "orders_v1")).toEqual({
    code: 0,
    out: "awsdatacatalog.dev_prod_live.orders_v1 has no history yet. It begins with the next change that schema-diff snapshot finds.\n",
    err: "",
  });
  expect((await runCli(folder, "show", "orders_v1", "--at", "2026-03-01")).err).toBe(
    `schema-diff: There is no ${historyFile} yet: it begins with the next change that schema-diff snapshot finds. Ask git for the snapshot of 2026-03-01.\n`,
  );
  expect((await runCli(temporaryFolder(), "log", "orders_v1")).err).toBe(
    "schema-diff: There is no snapshot in snapshots/; run it where they stand, or take some with schema-diff snapshot.\n",
  );
});

test("histories change nothing that is compared: not the views, not the digests, not the verdict", async () => {
  const [folder, bare] = [await takeAll(4), await takeAll(4)];
  rmSync(join(bare, historyFile));
  const compare = async (...sides: string[]) =>
    runCli(".", "diff", ...sides.map((side) => join(side, "snapshots")), "--format", "json");
  const { code, out } = await compare(folder, bare);
  const { compared, findings } = JSON.parse(out);
  expect([code, findings, compared.changed, compared.before.views]).toEqual([0, [], 0, 1]);
  expect(compared.before.digest).toBe(compared.after.digest);
});
