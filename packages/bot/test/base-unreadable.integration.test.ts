import { afterEach, expect, test } from "@jest/globals";
import { parseWaiver } from "@schema-gate/contract";
import { judgePullRequest } from "../src/judge/judge-pull-request.js";
import { waiveAnswer } from "../src/server/commands/waive-answer.js";
import { asOf, Scene, snapshot } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

const file = "snapshots/a/dev_prod_live/tasks_v1.json";
const whole = snapshot("tasks_v1", "task_id varchar", "status varchar");

/** The title of the newest check. */
async function title(number: number, head: string): Promise<string | null | undefined> {
  await scene.review(number);
  return (await scene.checks(head))[0]?.title;
}

async function judged(number: number) {
  const judge = scene.judge();
  return judgePullRequest(judge, await judge.github.pullRequest(number));
}

test("who mends what was merged broken is judged, and let in by the waiver that is offered, for those bytes alone", async () => {
  scene = await Scene.start({ [file]: "<<<<<<< HEAD\n" });
  const { number, head } = await scene.open("mend", whole);
  expect(await title(number, head)).toBe("Block: 1 blocking finding");
  const judgement = await judged(number);
  if (judgement.kind !== "judged") throw new Error(judgement.reason);
  const [{ id = "" } = {}] = judgement.report.findings.filter(({ rule }) => rule === "base-unreadable");
  const answer = waiveAnswer(id, judgement, { login: "ada", today: asOf });
  const [, yaml = ""] = /\n```yaml\n([\s\S]*)\n```\n$/.exec(answer) ?? [];
  expect(parseWaiver(yaml, `waivers/${id}.yaml`).rule).toBe("base-unreadable");
  const waived = await scene.open("waived", { ...whole, [`waivers/${id}.yaml`]: yaml });
  expect(await title(waived.number, waived.head)).toBe("Block: 2 blocking findings");
  for (const by of ["grace", "linus"]) await scene.acme.submitReview({ number: waived.number, by, state: "APPROVED" });
  expect(await title(waived.number, waived.head)).toBe("Warn: 0 blocking findings");
  const other = snapshot("tasks_v1", "task_id varchar");
  const cut = await scene.open("cut", { ...other, [`waivers/${id}.yaml`]: yaml });
  for (const by of ["grace", "linus"]) await scene.acme.submitReview({ number: cut.number, by, state: "APPROVED" });
  expect(await title(cut.number, cut.head)).toBe("Block: 2 blocking findings");
});

test("what is broken and names no view that is concerned stops nobody, as in a clone", async () => {
  scene = await Scene.start({ "snapshots/a/dev_prod_live/hosts_v1.json": "<<<<<<< HEAD\n" });
  const { number } = await scene.open("cut", snapshot("tasks_v1", "task_id varchar"));
  const judgement = await judged(number);
  if (judgement.kind !== "judged") throw new Error(judgement.reason);
  expect(judgement.report.findings.map(({ rule }) => rule)).toEqual(["column-removed"]);
});
