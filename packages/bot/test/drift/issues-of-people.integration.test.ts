import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { DriftScene } from "./drift-scene.js";
import { liveReport, view } from "./live-report.js";

let scene: DriftScene;
beforeEach(async () => {
  scene = await DriftScene.start();
});
afterEach(() => scene.end());

const tasks = view("tasks_v1", "id varchar", "state varchar");
const [breaking, additive] = [
  view("tasks_v1", "id varchar"),
  view("tasks_v1", "id varchar", "state varchar", "cost bigint"),
];
const place = { owner: "acme", repo: "views" };
const tell = async (live: typeof tasks, on: number) => scene.tell(await liveReport([tasks], [live], `2026-11-${on}`));

const bot = "schema-gate[bot]";
const title = (impact: string) => `Schema drift of a.dev_prod_live.tasks_v1 (${impact})`;
const blocks = `${title("breaking")}: ## Schema Gate: block, 1 blocking finding`;
const passes = `${title("additive")}: ## Schema Gate: pass, 0 blocking findings`;
const ours = (number: number, stands: string, rest: string, labels = "schema-drift") =>
  `#${number} ${bot} ${stands} [${labels}] ${rest}`;

test("whoever writes our marker under our label gets no more than their own issue", async () => {
  await tell(breaking, 11);
  const body = await scene.body(1);
  const forged = { ...place, title: title("breaking"), labels: ["schema-drift"] };
  await scene.person("eve").issues.create({ ...forged, body });
  await scene.person("job").issues.create({ ...forged, body: `Look:\n${body}` });
  await tell(additive, 12);
  await tell(tasks, 13);
  expect(await scene.issues()).toEqual([
    ours(
      1,
      "closed completed",
      `${title("additive")}: Live Trino and what is committed agree again, as of 2026-11-13. The worst had been additive.`,
    ),
    `#2 eve open [schema-drift] ${blocks}`,
    `#3 github-actions[bot] open [schema-drift] ${title("breaking")}: Look:`,
  ]);
});

test("an issue that people closed is opened again while its view drifts", async () => {
  await tell(additive, 11);
  await scene.person().issues.update({ ...place, issue_number: 1, state: "closed" });
  await tell(additive, 12);
  expect(await scene.issues()).toEqual([ours(1, "open", passes)]);
});

test("one they closed as not planned stays closed until things get worse", async () => {
  await tell(additive, 11);
  const closed = { ...place, issue_number: 1, state: "closed", state_reason: "not_planned" } as const;
  await scene.person().issues.update(closed);
  expect(await tell(additive, 12)).toEqual([]);
  await tell(breaking, 13);
  expect(await scene.issues()).toEqual([ours(1, "open", blocks)]);
  await scene.person().issues.update(closed);
  expect(await tell(breaking, 14)).toEqual([]);
  await tell(tasks, 15);
  await tell(additive, 16);
  expect(await scene.issues()).toEqual([ours(1, "open", passes)]);
});

test("people's words and labels stay where they are", async () => {
  await tell(additive, 11);
  scene.acme.comment({ number: 1, by: "ada", body: "I look after it." });
  await scene.person().issues.addLabels({ ...place, issue_number: 1, labels: ["evergreen"] });
  await scene.person().issues.update({ ...place, issue_number: 1, assignees: ["ada"], title: "Mine" });
  await tell(breaking, 12);
  expect(await scene.issues()).toEqual([ours(1, "open", blocks, "schema-drift evergreen")]);
  expect(scene.comments(1)).toEqual([
    "ada: I look after it.",
    `${bot}: As of 2026-11-12 this is breaking. It had been additive at worst.`,
  ]);
  const { data } = await scene.person().issues.get({ ...place, issue_number: 1 });
  expect(data.assignees?.map(({ login }) => login)).toEqual(["ada"]);
});

test("an issue whose label is taken off is out of our hands", async () => {
  await tell(additive, 11);
  await scene.person().issues.removeLabel({ ...place, issue_number: 1, name: "schema-drift" });
  await tell(breaking, 12);
  expect(await scene.issues()).toEqual([ours(1, "open", passes, ""), ours(2, "open", blocks)]);
});

test("a locked issue is written anew without a comment", async () => {
  await tell(additive, 11);
  scene.acme.lockIssue(1);
  await tell(breaking, 12);
  expect(await scene.issues()).toEqual([ours(1, "open", blocks)]);
  expect(scene.comments(1)).toEqual([]);
});

test.each([["before the night"], ["while it is told"]])("an issue removed %s is opened anew", async (when) => {
  await tell(additive, 11);
  if (when === "before the night") scene.acme.removeIssue(1);
  else {
    let isRemoved = false;
    scene.break(({ operation }) => {
      if (operation === "issues/list-comments" && !isRemoved) {
        isRemoved = true;
        scene.acme.removeIssue(1);
      }
      return null;
    });
  }
  await tell(breaking, 12);
  expect(await scene.issues()).toEqual([ours(2, "open", blocks)]);
});

test("a body edited on GitHub's page, with its line ends, is still ours", async () => {
  await tell(additive, 11);
  const body = (await scene.body(1)).replaceAll("\n", "\r\n");
  await scene.person().issues.update({ ...place, issue_number: 1, body });
  await tell(tasks, 12);
  expect((await scene.issues()).map((line) => line.slice(0, 42))).toEqual([
    "#1 schema-gate[bot] closed completed [sche",
  ]);
});

test("two runs at once leave one open issue, the other closed as its duplicate", async () => {
  await Promise.all([tell(breaking, 11), tell(breaking, 11), tell(breaking, 11)]);
  await tell(breaking, 12);
  const [first, ...others] = await scene.issues();
  expect(first).toBe(ours(1, "open", blocks));
  expect(others).toEqual(
    others.map((_, at) => ours(at + 2, "closed duplicate", `${title("breaking")}: Duplicate of #1.`)),
  );
  expect(await tell(tasks, 13)).toEqual([`close issue #1: ${title("breaking")}`]);
});
