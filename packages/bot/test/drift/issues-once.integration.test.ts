import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Asked, Fault, FaultPlan } from "@schema-gate/testing/github";
import { DriftScene } from "./drift-scene.js";
import { liveReport, view } from "./live-report.js";

let scene: DriftScene;
beforeEach(async () => {
  scene = await DriftScene.start();
});
afterEach(() => scene.end());

const committed = [view("tasks_v1", "id varchar", "state varchar"), view("builds_v1", "id varchar")];
const [tasks, builds] = committed as [(typeof committed)[0], (typeof committed)[0]];
const additive = view("tasks_v1", "id varchar", "state varchar", "cost bigint");
const breaking = view("tasks_v1", "id varchar");
const retyped = view("builds_v1", "id bigint");

/** What live Trino shows, night by night: it opens two, worsens one and closes the other, opens that again and closes all. */
const nights = [
  [additive, retyped],
  [breaking, builds],
  [breaking, retyped],
  [tasks, builds],
];
const tell = async (live: typeof committed, on: number) =>
  scene.tell(await liveReport(committed, live, `2026-11-${on}`));

const bot = "schema-gate[bot]";
const said = (number: number, name: string, impact: string) =>
  `#${number} ${bot} closed completed [schema-drift] Schema drift of a.dev_prod_live.${name} (${impact}): Live Trino and what is committed agree again, as of 2026-11-14. The worst had been ${impact}.`;
const issues = [said(1, "builds_v1", "breaking"), said(2, "tasks_v1", "breaking")];
const comments = [[], [`${bot}: As of 2026-11-12 this is breaking. It had been additive at worst.`]];

function failing(operation: string, times: number, fault: Fault): FaultPlan {
  let left = times;
  return (asked: Asked) => (asked.operation === operation && left-- > 0 ? fault : null);
}

test.each<[string, string, Fault]>([
  ["the answer to a new issue gets lost", "issues/create", { kind: "lost-reply" }],
  ["a new issue is refused by an error of GitHub's", "issues/create", { kind: "status", status: 502 }],
  ["the answer to an update gets lost", "issues/update", { kind: "lost-reply" }],
  ["an update is refused by an error of GitHub's", "issues/update", { kind: "status", status: 500 }],
  ["the answer to a comment gets lost", "issues/create-comment", { kind: "lost-reply" }],
  ["the list of issues fails", "issues/list-for-repo", { kind: "status", status: 503 }],
  ["writing too fast is refused", "issues/create", { kind: "secondary-rate-limit", retryAfter: 1 }],
])("%s: the issues are the same in the end", async (_, operation, fault) => {
  for (const [night, live] of nights.entries()) {
    scene.break(failing(operation, 2, fault));
    await tell(live, 11 + night);
  }
  expect(await scene.issues()).toEqual(issues);
  expect([scene.comments(1), scene.comments(2)]).toEqual(comments);
});

test("a run that is killed at any request is made up for by the next of the same night", async () => {
  let asked = 0;
  let last = Infinity;
  const counted = () => (++asked > last ? ({ kind: "status", status: 500 } as const) : null);
  for (const [night, live] of nights.entries()) {
    for (last = 1; ; last += 2) {
      asked = 0;
      scene.break(counted);
      // Whoever is killed asks no more; here every further request fails.
      const isTold = await tell(live, 11 + night).then(
        () => true,
        () => false,
      );
      if (isTold) break;
    }
  }
  scene.break(() => null);
  expect(await scene.issues()).toEqual(issues);
  expect([scene.comments(1), scene.comments(2)]).toEqual(comments);
}, 120_000);
