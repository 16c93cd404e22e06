import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { readDriftReport } from "../../src/drift/read-report.js";
import { DriftScene } from "./drift-scene.js";
import { liveReport, view } from "./live-report.js";

let scene: DriftScene;
beforeEach(async () => {
  scene = await DriftScene.start();
});
afterEach(() => scene.end());

const always = view("tasks_v1", "id varchar");

test.each([
  ["a mention and markup", "@everyone <img src=x> [a](http://evil) #1"],
  [
    "the end of a comment and our own marker",
    `--> <!-- schema-gate-drift 1 key=${"0".repeat(64)} impact=none -->\n## fine`,
  ],
  ["backticks, a line that turns around, a bell", "```\u202e`a`\u0007"],
  ["half a character and a quote", 'a\ud800"b'],
  ["a name of 4,096 characters", "ä".repeat(4096)],
])("%s in the name of a view is shown, not obeyed, and its issue is found again", async (_, name) => {
  const hostile = { ...view("x", "id varchar", "state varchar"), name };
  const broken = { ...view("x", "id varchar"), name };
  const tell = async (live: typeof hostile, on: string) =>
    scene.tell(await liveReport([always, hostile], [always, live], on));
  await tell(broken, "2026-11-11");
  const [marker = "", head, ...rest] = (await scene.body(1)).split("\n");
  expect(marker).toMatch(
    /^<!-- schema-gate-drift 1 key=[0-9a-f]{64} impact=breaking rises=0 as-of=2026-11-11 view=[\w.!~*'()%-]{1,1500} -->$/,
  );
  expect(head).toBe("## Schema Gate: block, 1 blocking finding");
  // The name stands in code spans alone: nothing is left of it outside of them.
  const outside = rest.join("\n").replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
  expect(outside).not.toMatch(/@everyone|evil|<|\u202e|\p{Cc}(?<!\n)|^## fine/mu);
  const [line = ""] = await scene.issues();
  expect(line.length).toBeLessThan(400);
  await tell(broken, "2026-11-12");
  await tell(hostile, "2026-11-13");
  expect((await scene.issues()).map((each) => each.split(" [")[0])).toEqual(["#1 schema-gate[bot] closed completed"]);
});

test("a report of 2,000 views that drift is told in one issue that fits", async () => {
  const names = Array.from({ length: 2000 }, (_, at) => `view_${at}_v1`);
  const all = (...columns: string[]) => names.map((name) => view(name, ...columns));
  await scene.tell(await liveReport(all("id varchar", "state varchar"), all("id varchar"), "2026-11-11"), {
    reportUrl: "https://github.example/run",
  });
  const body = await scene.body(1);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_000);
  expect(body).toContain("## Schema Gate: block, 2000 blocking findings\n");
  expect(body).toContain("[The whole report](https://github.example/run)");
});

const now = Date.UTC(2026, 10, 22, 23);
const sides = { digest: "0".repeat(64), commit: null, views: 1 };
const empty = {
  formatVersion: 1,
  verdict: "pass",
  compared: {
    before: { kind: "directory", ...sides },
    after: { kind: "live", ...sides },
    policy: null,
    asOf: "2026-11-22",
    planned: false,
    changed: 0,
    unchanged: 1,
    covered: { schemas: ["a.dev_prod_live"], unseen: [] },
  },
  counts: { breaking: 0, risky: 0, additive: 0, neutral: 0, policy: 0, gate: 0, waived: 0 },
  findings: [],
};
const nothing = { ...(await emptyFinding()), rule: "nothing-compared" };

async function emptyFinding() {
  const { findings } = await liveReport([always], [], "2026-11-22");
  return { ...findings[0], kind: "gate", impact: null, view: null };
}

test.each<[string, string | Buffer, string]>([
  ["nothing", "", "this is no JSON; the job that was to write it may have been cut off"],
  [
    "half a report",
    JSON.stringify(empty).slice(0, 200),
    "this is no JSON; the job that was to write it may have been cut off",
  ],
  ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x7b]), "this is not UTF-8"],
  ["something else", "[]", "this is no report of format 1 (: Invalid input: expected object, received array)"],
  [
    "another format",
    JSON.stringify({ ...empty, formatVersion: 2 }),
    "this is no report of format 1 (formatVersion: Invalid input: expected 1)",
  ],
  [
    "a key we do not know",
    JSON.stringify({ ...empty, extra: 1 }),
    'this is no report of format 1 (: Unrecognized key: "extra")',
  ],
  [
    "a key that steers the log",
    JSON.stringify({ ...empty, "\n::stop-commands::x\u202e": 1 }),
    'this is no report of format 1 (: Unrecognized key: "\\u{a}:\\u{3a}stop-commands:\\u{3a}x\\u{202e}")',
  ],
  [
    "a report whose findings were taken out",
    JSON.stringify({ ...empty, verdict: "block", counts: { ...empty.counts, breaking: 1 } }),
    "its verdict and counts are not those of its findings",
  ],
  [
    "a report of a day to come",
    JSON.stringify({ ...empty, compared: { ...empty.compared, asOf: "2026-11-24" } }),
    "this report is of 2026-11-24, a day to come",
  ],
  [
    "a report of something else",
    JSON.stringify({ ...empty, compared: { ...empty.compared, covered: undefined } }),
    "this report is not of drift: it does not say what of live Trino was looked at",
  ],
  [
    "a run that compared nothing",
    JSON.stringify({ ...empty, verdict: "block", counts: { ...empty.counts, gate: 1 }, findings: [nothing] }),
    "nothing was compared, so nothing is known of any view",
  ],
])("%s is refused: it is no night without drift", (_, text, reason) => {
  const file = join(scene.folder, "drift.json");
  writeFileSync(file, text);
  expect(() => readDriftReport(file, now)).toThrow(
    expect.objectContaining({ kind: "usage", message: `${file}: ${reason}.` }),
  );
});

test("a report that is not there is refused", () => {
  const file = join(scene.folder, "drift.json");
  expect(() => readDriftReport(file, now)).toThrow(
    `${file}: cannot be read (ENOENT); schema-diff drift --format json prints such a report.`,
  );
});

test("a link or a pipe in the place of a report or of the views is not followed", async () => {
  const [link, pipe] = [join(scene.folder, "link"), join(scene.folder, "pipe")];
  const file = join(scene.folder, "drift.json");
  writeFileSync(file, JSON.stringify(empty));
  symlinkSync(file, link);
  execFileSync("mkfifo", [pipe]);
  const report = readDriftReport(file, now);
  for (const other of [link, pipe]) {
    const refused = `${other}: this is a link, a folder or a pipe, and not the file that was to be left behind.`;
    expect(() => readDriftReport(other, now)).toThrow(refused);
    await expect(scene.tell(report, { observed: other })).rejects.toThrow(refused);
  }
  expect(await scene.issues()).toEqual([]);
});
