import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { DriftScene } from "./drift-scene.js";
import { gateFinding, liveReport, view, withFindings } from "./live-report.js";

let scene: DriftScene;
beforeEach(async () => {
  scene = await DriftScene.start();
});
afterEach(() => scene.end());

const tasks = view("tasks_v1", "id varchar", "state varchar");
const builds = view("builds_v1", "id varchar");
const bot = "schema-gate[bot]";
const [breaking, risky, additive] = [
  view("tasks_v1", "id varchar"),
  view("tasks_v1", "id varchar", "cost bigint", "state varchar"),
  view("tasks_v1", "id varchar", "state varchar", "cost bigint"),
];
const day = (number: number) => `2026-11-${number}`;
const tell = async (live: typeof tasks, on: number, most = 20) =>
  scene.tell(await liveReport([tasks, builds], [live, builds], day(on)), { mostIssues: most });

const issue = (number: number, stands: string, rest: string) => `#${number} ${bot} ${stands} [schema-drift] ${rest}`;
const ofTasks = (impact: string) => `Schema drift of a.dev_prod_live.tasks_v1 (${impact}): `;
const blocks = `${ofTasks("breaking")}## Schema Gate: block, 1 blocking finding`;
const warns = `${ofTasks("risky")}## Schema Gate: warn, 0 blocking findings`;
const passes = `${ofTasks("additive")}## Schema Gate: pass, 0 blocking findings`;
const agree = (on: number, impact: string) =>
  `Live Trino and what is committed agree again, as of ${day(on)}. The worst had been ${impact}.`;

test("one issue tells of a view: it appears, worsens, gets better, agrees, returns", async () => {
  expect(await tell(tasks, 10)).toEqual([]);
  expect(await scene.issues()).toEqual([]);

  expect(await tell(additive, 11)).toEqual([`open an issue: ${ofTasks("additive").slice(0, -2)}`]);
  expect(await scene.issues()).toEqual([issue(1, "open", passes)]);

  await tell(additive, 12);
  expect(await scene.issues()).toEqual([issue(1, "open", passes)]);
  expect(scene.comments(1)).toEqual([]);

  await tell(breaking, 13);
  expect(await scene.issues()).toEqual([issue(1, "open", blocks)]);
  const worse = [`${bot}: As of ${day(13)} this is breaking. It had been additive at worst.`];
  expect(scene.comments(1)).toEqual(worse);

  await tell(breaking, 14);
  await tell(risky, 15);
  expect(await scene.issues()).toEqual([issue(1, "open", warns)]);
  expect(scene.comments(1)).toEqual(worse);

  await tell(tasks, 16);
  const closed = `${ofTasks("risky")}${agree(16, "risky")}`;
  expect(await scene.issues()).toEqual([issue(1, "closed completed", closed)]);
  await tell(tasks, 17);
  expect(await scene.issues()).toEqual([issue(1, "closed completed", closed)]);

  await tell(breaking, 18);
  expect(await scene.issues()).toEqual([issue(1, "open", blocks)]);
  await tell(additive, 19);
  await tell(breaking, 20);
  expect(scene.comments(1)).toEqual([
    ...worse,
    `${bot}: As of ${day(20)} this is breaking. It had been additive at worst.`,
  ]);
});

test("the issue says what was found in full, and how it is kept", async () => {
  await tell(breaking, 11);
  expect((await scene.body(1)).replace(/key=[0-9a-f]{64}/, "key=…")).toBe(
    `<!-- schema-gate-drift 1 key=… impact=breaking rises=0 as-of=2026-11-11 view=a.dev_prod_live.tasks_v1 -->
## Schema Gate: block, 1 blocking finding

Found 1 breaking. Compared directory (3 views) with live (3 views): 1 view changed, 2 unchanged, as of 2026-11-11.

### \`a.dev_prod_live.tasks_v1\`

- **BLOCK breaking**: Column \`state\` (\`varchar\`) was removed.
  - Breaks: queries that name it, bare names in joins and subqueries, SELECT * and other readers by position, views over this view, typed clients (JDBC, BI extracts)
  - Example: \`SELECT v.state FROM a.dev_prod_live.tasks_v1 AS v\`
  - What to do: Keep \`state\` in \`tasks_v1\` and make the change in a new \`tasks_v2\`.
  - Where: \`snapshots/a/dev_prod_live/tasks_v1.json:10\`
  - Rule: \`column-removed\`, finding \`17ab3055476da1e7\`

---
The nightly drift job keeps this issue: it is written anew each night, and closed when live Trino and what is committed agree again. Closed as not planned it stays closed until things get worse.
`,
  );
});

test("each view has its own", async () => {
  await scene.tell(await liveReport([tasks, builds], [breaking], day(11)));
  const gone = "Schema drift of a.dev_prod_live.builds_v1 (breaking): ## Schema Gate: block, 1 blocking finding";
  expect(await scene.issues()).toEqual([issue(1, "open", gone), issue(2, "open", blocks)]);
  await scene.tell(await liveReport([tasks, builds], [breaking, builds], day(12)));
  const back = `Schema drift of a.dev_prod_live.builds_v1 (breaking): ${agree(12, "breaking")}`;
  expect(await scene.issues()).toEqual([issue(1, "closed completed", back), issue(2, "open", blocks)]);
});

test("of a view that could not be looked at nothing is concluded", async () => {
  const unseen = gateFinding("view-unseen", "tasks_v1", "block");
  const clean = await liveReport([tasks], [tasks], day(12));
  expect(await scene.tell(withFindings(clean, unseen))).toEqual([]);
  await tell(breaking, 12);
  const before = await scene.body(1);
  expect(await scene.tell(withFindings(await liveReport([tasks], [tasks], day(13)), unseen))).toEqual([]);
  expect(await scene.body(1)).toBe(before);
});

test("what the report does not cover stays as it is, whether a finding says so or not", async () => {
  await tell(breaking, 11);
  const stands = await scene.issues();
  const clean = await liveReport([tasks], [tasks], day(12));
  const covering = (covered: object) => {
    const whole = { ...clean.compared.covered, ...covered };
    return { ...clean, compared: { ...clean.compared, covered: whole } };
  };
  expect(await scene.tell(covering({ unseen: ["a.dev_prod_live.tasks_v1"] }))).toEqual([]);
  expect(await scene.tell(covering({ schemas: ["a.dev_prod"] }))).toEqual([]);
  expect(await scene.tell(covering({ schemas: [] }))).toEqual([]);
  expect(await scene.issues()).toEqual(stands);
  expect(await scene.tell(covering({ unseen: ["a.dev_prod_live.builds_v1"] }))).toHaveLength(1);
});

test("the issue of many is not dissolved by a night that could not look at them", async () => {
  const all = (...columns: string[]) => ["one_v1", "two_v1"].map((name) => view(name, ...columns));
  const [before, after] = [all("id varchar", "state varchar"), all("id varchar")];
  await scene.tell(await liveReport(before, after, day(11)), { mostIssues: 1 });
  const stands = await scene.issues();
  expect(stands.map((line) => line.split(" [")[0])).toEqual([`#1 ${bot} open`]);
  const blind = withFindings(await liveReport([], [], day(12)), gateFinding("view-unseen", "one_v1", "block"));
  expect(await scene.tell(blind, { mostIssues: 1 })).toEqual([]);
  expect(await scene.issues()).toEqual(stands);
  await scene.tell(await liveReport(before, before, day(13)), { mostIssues: 1 });
  expect((await scene.issues()).map((line) => line.split(" [")[0])).toEqual([`#1 ${bot} closed completed`]);
});

test("a promise nobody had the time to measure opens no issue and closes none", async () => {
  const unmeasured = gateFinding("promise-unmeasured", "tasks_v1", "block");
  const clean = async (on: number) => withFindings(await liveReport([tasks], [tasks], day(on)), unmeasured);
  expect(await scene.tell(await clean(11))).toEqual([]);
  await tell(breaking, 12);
  expect(await scene.tell(await clean(13))).toEqual([]);
  expect(await scene.issues()).toEqual([issue(1, "open", blocks)]);
});

test("a promise that can never be measured is for its owner to mend", async () => {
  const never = gateFinding("promise-unmeasured", "tasks_v1", "warn");
  await scene.tell(withFindings(await liveReport([tasks], [tasks], day(11)), never));
  const said = `${ofTasks("not measured")}## Schema Gate: warn, 0 blocking findings`;
  expect(await scene.issues()).toEqual([issue(1, "open", said)]);
  await tell(tasks, 12);
  const mended = `${ofTasks("not measured")}Live Trino and what is committed agree again, as of 2026-11-12.`;
  expect(await scene.issues()).toEqual([issue(1, "closed completed", mended)]);
});

test("what is waived opens no issue, and closes one", async () => {
  const waiver = { file: "waivers/1.yaml", owner: "ada", reason: "agreed", ends: "2027-01-01" };
  const waived = async (on: number) => {
    const report = await liveReport([tasks], [breaking], day(on));
    return { ...report, findings: report.findings.map((each) => ({ ...each, waiver, action: "warn" as const })) };
  };
  expect(await scene.tell(await waived(11))).toEqual([]);
  await tell(breaking, 12);
  await scene.tell(await waived(13));
  const left = `${ofTasks("breaking")}All that is left is waived, as of 2026-11-13. The worst had been breaking.`;
  expect(await scene.issues()).toEqual([issue(1, "closed completed", left)]);
});

test("issues of views that another profile looks at are let be", async () => {
  const elsewhere = { ...breaking, schema: "other" };
  await scene.tell(await liveReport([{ ...tasks, schema: "other" }], [elsewhere], day(11)));
  const stands = await scene.issues();
  expect(stands).toHaveLength(1);
  expect(await tell(tasks, 12)).toEqual([]);
  expect(await scene.issues()).toEqual(stands);
});

test("more views than is bearable get one issue together, and their own when there are fewer", async () => {
  const names = ["one", "two", "three"];
  const all = (...columns: string[]) => names.map((name) => view(`${name}_v1`, ...columns));
  const [before, after] = [all("id varchar", "state varchar"), all("id varchar")];
  await tell(breaking, 11, 2);
  await scene.tell(await liveReport([tasks, ...before], [breaking, ...after], day(12)), { mostIssues: 2 });
  const together = "3 views began to drift at once: they are told of here, not in an issue each.";
  expect(await scene.issues()).toEqual([
    issue(1, "open", blocks),
    issue(2, "open", `Schema drift of 3 views at once (breaking): ${together}`),
  ]);
  expect((await scene.body(2)).match(/^### .*/gm)).toEqual([
    "### `a.dev_prod_live.one_v1`",
    "### `a.dev_prod_live.three_v1`",
    "### `a.dev_prod_live.two_v1`",
  ]);
  const [one, ...others] = before;
  if (!one) throw new Error("three views");
  const fewer = await liveReport([tasks, ...before], [tasks, one, ...after.slice(1)], day(13));
  await scene.tell(fewer, { mostIssues: 2 });
  const ofView = (name: string) =>
    `Schema drift of a.dev_prod_live.${name} (breaking): ## Schema Gate: block, 1 blocking finding`;
  expect(others.map(({ name }) => name)).toEqual(["two_v1", "three_v1"]);
  expect(await scene.issues()).toEqual([
    issue(1, "closed completed", `${ofTasks("breaking")}${agree(13, "breaking")}`),
    issue(
      2,
      "closed completed",
      "Schema drift of 3 views at once (breaking): As of 2026-11-13 no view that drifts is without an issue of its own.",
    ),
    issue(3, "open", ofView("three_v1")),
    issue(4, "open", ofView("two_v1")),
  ]);
});

test("an older report is not told again", async () => {
  await tell(breaking, 12);
  await expect(tell(tasks, 11)).rejects.toThrow(
    "This report is of 2026-11-11, and issue 1 was written by one of 2026-11-12: what is older is not told again.",
  );
  expect(await scene.issues()).toEqual([issue(1, "open", blocks)]);
});
