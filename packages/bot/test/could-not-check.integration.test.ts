import { afterEach, expect, test } from "@jest/globals";
import type { Judge } from "../src/judge/judge-pull-request.js";
import { reviewPullRequest } from "../src/review-pull-request.js";
import { publication, Scene, snapshot } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

const bot = "schema-gate[bot]";
const unchecked = { check: "schema-gate: schema-gate", ended: "failure", title: "Could not check", annotations: 0 };
const comment = `${bot}: ## Schema Gate: could not check`;
const file = "snapshots/a/dev_prod_live/tasks_v1.json";

async function reason(number: number): Promise<string> {
  return (await scene.commentBody(number)).split("\n\n")[2]?.trim() ?? "";
}

test("a snapshot nobody can read fails the check, with file and line", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { [file]: "{\n  no JSON" });
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([unchecked]);
  expect(await scene.comments(number)).toEqual([comment]);
  expect(await reason(number)).toBe(
    '`Cannot read snapshots/a/dev_prod_live/tasks_v1.json: expected a string, found "n" (line 2, column 3)`',
  );
});

test("a link in the place of a snapshot is not followed", async () => {
  scene = await Scene.start();
  const links = { "snapshots/a/dev_prod_live/passwd_v1.json": "../../../../../../etc/passwd" };
  const { number, head } = await scene.open("change", {}, { links });
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([unchecked]);
  expect(await reason(number)).toBe(
    "`snapshots/a/dev_prod_live/passwd_v1.json is a symbolic link; only plain files are read.`",
  );
});

test("a configuration nobody can read would stop everybody who comes after, and so the change stops", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { "schema-gate.yaml": "actions: { breaking: never }\n" });
  for (const by of ["ada", "grace"]) await scene.acme.submitReview({ number, by, state: "APPROVED" });
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([unchecked]);
  expect(await reason(number)).toMatch(/^`schema-gate\.yaml:1:22: actions\.breaking: /);
});

test("a GitHub that does not answer while it is asked about a change ends in no green check", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", snapshot("tasks_v1", "task_id varchar"));
  scene.break(({ operation }) =>
    operation === "repos/compare-commits-with-basehead" ? { kind: "status", status: 503 } : null,
  );
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([unchecked]);
  expect(await reason(number)).toMatch(/^`Cannot list the commits between .* GitHub did not answer as it should/);
  // It is judged again when GitHub is well.
  scene.break(() => null);
  await scene.review(number);
  expect((await scene.checks(head))[0]).toMatchObject({ ended: "failure", title: "Block: 1 blocking finding" });
  expect(await scene.comments(number)).toEqual([`${bot}: ## Schema Gate: block, 1 blocking finding`]);
});

test("a defect of our own is concluded first, without its details, and thrown then", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { "README.md": "Views." });
  const broken: Judge = {
    ...scene.judge(),
    checkCommits: () => Promise.reject(new TypeError("secret of the inside")),
  };
  await expect(reviewPullRequest(broken, publication, number)).rejects.toThrow("secret of the inside");
  expect(await scene.checks(head)).toEqual([unchecked]);
  expect(await reason(number)).toBe("`Schema Gate itself failed; its log says why.`");
});

test("names of strangers in a reason are inert", async () => {
  scene = await Scene.start();
  const hostile = "snapshots/@everyone <img src=x> \u202e `x`.json";
  const { number, head } = await scene.open("change", { [hostile]: "{}" });
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([unchecked]);
  expect(await reason(number)).toMatch(
    /^``snapshots\/@everyone <img src=x> \\u\{202e\} `x`\.json is no snapshot: .*``$/,
  );
});
