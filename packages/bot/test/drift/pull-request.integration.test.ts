import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Contract, historyPath, nextLines } from "@schema-gate/contract";
import type { Asked, Fault, FaultPlan } from "@schema-gate/testing/github";
import { DriftScene, snapshots } from "./drift-scene.js";
import { liveReport, view } from "./live-report.js";

const always = view("always_v1", "id varchar");
const tasks = view("tasks_v1", "id varchar", "state varchar");
const grown = view("tasks_v1", "id varchar", "state varchar", "cost decimal(10,2)");
const broken = view("builds_v1", "id bigint", "more varchar");
const builds = view("builds_v1", "id varchar");
const byHand = view("by_hand_v1", "id varchar");

const contract = `# Asked for by the build barons.
apiVersion: v3.1.0
kind:    DataContract
id: tasks
version: "1.4.0"
status: active     # since spring
servers: [{ server: trino, type: trino, host: h, port: 443, catalog: a, schema: dev_prod_live }]
schema:
- name: tasks
  physicalName: tasks_v1
  properties:
  - {name: id, physicalType: varchar}
  - name: state   # as the UI shows it
    physicalType: varchar
`;
const contractFile = "schemas/a/dev_prod_live/tasks_v1.yaml";
const declared = `${contract}  - name: cost\n    physicalType: decimal(10,2)\n`;
const branch = "schema-gate/drift";
const bot = "schema-gate[bot]";
const one = `#1 ${bot} open ${branch} -> main: Take additive drift of 1 view into the snapshots`;

let scene: DriftScene;
beforeEach(async () => {
  scene = await DriftScene.start({ ...snapshots(always, tasks, builds), [contractFile]: contract });
});
afterEach(() => scene.end());

/** The snapshot and the history of a view as `schema-diff snapshot` would write them on the day of the report. */
function recorded(was: Contract | null, now: Contract, verdict: "pass" | "warn" = "pass"): Record<string, string> {
  const change = { before: was, after: now, verdict, date: "2026-11-22" } as const;
  return { ...snapshots(now), [`snapshots/${historyPath(now)}`]: nextLines(null, change) };
}

/** A night that saw these views, of which its report has nothing to tell. */
const saw = async (day: string, ...live: readonly Contract[]) => liveReport(live, live, day);

const tell = async (...live: readonly Contract[]) =>
  scene.tell(await saw("2026-11-22", ...live), { observed: scene.observed(always, ...live) });

test("what was merely added is proposed: the snapshot as it would be written, the contract with the column", async () => {
  expect(await tell(grown, builds)).toEqual(["pull request: open"]);
  expect(await scene.pullRequests()).toEqual([one]);
  expect(scene.changes(branch)).toEqual({ ...recorded(tasks, grown), [contractFile]: declared });
});

test("views that break are left out, whatever they gained, and so are those that are gone", async () => {
  await tell(grown, broken);
  expect(scene.changes(branch)).toEqual({ ...recorded(tasks, grown), [contractFile]: declared });
  expect((await body(1)).match(/^- .*/gm)).toEqual(["- `a.dev_prod_live.tasks_v1`"]);
});

test("what the job's user may not see of a view is neither proposed nor forgotten", async () => {
  const unknown = (each: Contract): Contract => ({ ...each, security: null });
  expect(await tell(unknown(tasks), unknown(builds))).toEqual(["pull request: none"]);
  expect(await tell(unknown(grown), unknown(builds))).toEqual(["pull request: open"]);
  expect(scene.changes(branch)).toEqual({ ...recorded(tasks, grown), [contractFile]: declared });
});

test("views of another run than the report's are not believed, and nothing is told", async () => {
  const observed = scene.observed(always, grown);
  await expect(scene.tell(await liveReport([builds], [broken], "2026-11-22"), { observed })).rejects.toMatchObject({
    kind: "usage",
    message: `${observed}: these are not the views that the report was made of; take both from one run of schema-diff drift.`,
  });
  expect([await scene.issues(), await scene.pullRequests()]).toEqual([[], []]);
});

test("a view that nothing declares gets a snapshot, and no contract", async () => {
  await tell(tasks, builds, byHand);
  expect(scene.changes(branch)).toEqual(recorded(null, byHand, "warn"));
});

test("a history that was begun goes on, and one that nobody can read leaves its view to people", async () => {
  const was = view("tasks_v1", "id varchar");
  const change = { before: null, after: was, verdict: "pass", date: "2026-11-01" } as const;
  const begun = nextLines(null, change);
  const file = `snapshots/${historyPath(tasks)}`;
  scene.bare.commit({ branch: "main", files: { ...snapshots(was), [file]: begun, [contractFile]: null } });
  await tell(tasks, builds);
  const text = scene.changes(branch)[file] ?? "";
  expect(text.slice(0, begun.length)).toBe(begun);
  expect(text.slice(begun.length).match(/"date":"[^"]*","verdict":"[^"]*"/g)).toEqual([
    '"date":"2026-11-22","verdict":"pass"',
  ]);
  scene.bare.commit({ branch: "main", files: { [file]: "{}\n" } });
  expect(await tell(tasks, builds)).toEqual(["pull request: closed"]);
});

test("into a repository without snapshots all of them are proposed", async () => {
  await scene.end();
  scene = await DriftScene.start();
  await tell(tasks);
  expect(scene.changes(branch)).toEqual({ ...recorded(null, always), ...recorded(null, tasks) });
});

test("the same night again changes nothing; another night brings it up to date; in the end it is closed", async () => {
  await tell(grown, builds);
  const tip = scene.bare.git("rev-parse", branch);
  await tell(grown, builds);
  // Others and the days move on, and nobody asks for a new review of what is the same.
  scene.bare.commit({ branch: "main", files: { "README.md": "More views.\n" } });
  const later = await saw("2026-11-23", grown, builds);
  await scene.tell(later, { observed: scene.observed(always, grown, builds) });
  expect(scene.bare.git("rev-parse", branch)).toBe(tip);

  await tell(grown, builds, byHand);
  expect(scene.changes(branch)).toEqual({
    ...recorded(null, byHand, "warn"),
    ...recorded(tasks, grown),
    [contractFile]: declared,
  });
  expect(scene.bare.git("merge-base", tip, branch)).toBe(tip);
  expect(await scene.pullRequests()).toEqual([one.replace("1 view", "2 views")]);

  expect(await tell(tasks, builds)).toEqual(["pull request: closed"]);
  expect(await scene.pullRequests()).toEqual([one.replace("1 view", "2 views").replace("open", "closed")]);
  expect(await body(1)).toBe("There is no additive drift any more: live Trino and what is committed say the same.\n");
  expect(scene.hasBranch(branch)).toBe(false);
  expect(await tell(tasks, builds)).toEqual(["pull request: none"]);

  await tell(grown, builds);
  expect((await scene.pullRequests())[1]).toBe(one.replace("#1", "#2"));
});

test("once it is merged the branch is used again, and nothing is proposed twice", async () => {
  await tell(grown, builds);
  await scene.acme.mergePullRequest({ number: 1, by: "ada", squash: true });
  expect(await tell(grown, builds)).toEqual(["pull request: none"]);
  await tell(grown, builds, byHand);
  expect(scene.changes(branch)).toEqual(recorded(null, byHand, "warn"));
  expect(await scene.pullRequests()).toEqual([one.replace("open", "merged"), one.replace("#1", "#2")]);
});

test("a branch that somebody else pushed to is left alone", async () => {
  await tell(grown, builds);
  const files = { "README.md": "Mine.\n" };
  scene.bare.commit({ branch, files, author: { name: "ada", email: "ada@users.noreply.github.com" } });
  const tip = scene.bare.git("rev-parse", branch);
  expect(await tell(grown, builds, byHand)).toEqual(["pull request: theirs"]);
  expect(await tell(tasks, builds)).toEqual(["pull request: theirs"]);
  expect(scene.bare.git("rev-parse", branch)).toBe(tip);
  expect(await scene.pullRequests()).toEqual([one]);
});

test("a commit of ours that somebody amended is theirs, though it bears our name", async () => {
  await tell(grown, builds);
  const message = scene.bare.git("log", "-1", "--format=%B", branch);
  const [name = "", email = ""] = scene.bare.git("log", "-1", "--format=%an%n%ae", branch).split("\n");
  scene.bare.commit({ branch, files: { "README.md": "Mine.\n" }, message, author: { name, email } });
  expect(await tell(tasks, builds)).toEqual(["pull request: theirs"]);
});

test("what somebody pushes at the same moment is not lost", async () => {
  await tell(grown, builds);
  let mine = "";
  scene.break(({ operation }) => {
    if (operation === "git/update-ref" && mine === "") {
      mine = scene.bare.commit({ branch, files: { "README.md": "Mine.\n" } });
    }
    return null;
  });
  expect(await tell(grown, builds, byHand)).toEqual(["pull request: theirs"]);
  expect(scene.bare.git("rev-parse", branch)).toBe(mine);
});

test("one that people closed is not opened again before there is something else to say", async () => {
  await tell(grown, builds);
  await scene.acme.closePullRequest({ number: 1, by: "ada" });
  expect(await tell(grown, builds)).toEqual(["pull request: declined"]);
  expect(await tell(grown, builds, byHand)).toEqual(["pull request: open"]);
  expect(await scene.pullRequests()).toEqual([
    one.replace("open", "closed"),
    one.replace("#1", "#2").replace("1 view", "2 views"),
  ]);
});

test("opened with a workflow's own token it says that no check will run", async () => {
  const report = await saw("2026-11-22", grown, builds);
  await scene.tell(report, { observed: scene.observed(always, grown, builds), token: "job" });
  expect(await scene.pullRequests()).toEqual([one.replace(bot, "github-actions[bot]")]);
  expect((await body(1)).split("\n").filter((line) => line.includes("No check runs"))).toEqual([
    "**No check runs here by itself**: it was opened with a workflow's own token, and GitHub starts no workflow for what that does. Close it and open it again by hand, or give the nightly job the keys of a GitHub App.",
  ]);
  await scene.end();
  scene = await DriftScene.start({ ...snapshots(always, tasks, builds) });
  await tell(grown, builds);
  expect(await body(1)).not.toContain("No check runs");
});

test("a contract that cannot be read is left to people, and so is its view", async () => {
  scene.bare.commit({ branch: "main", files: { [contractFile]: "kind: [\n" } });
  await tell(grown, builds, byHand);
  expect(scene.changes(branch)).toEqual(recorded(null, byHand, "warn"));
  const lines = (await body(1)).split("\n").filter((line) => line.startsWith("- ") || line.startsWith("Left to you"));
  expect(lines.map((line) => line.slice(0, 90))).toEqual([
    "- `a.dev_prod_live.by_hand_v1`",
    "Left to you, as a file of theirs cannot be read:",
    "- `a.dev_prod_live.tasks_v1`: `schemas/a/dev_prod_live/tasks_v1.yaml:2:1: not YAML: Flow s",
  ]);
});

function failing(operation: string, fault: Fault): FaultPlan {
  let left = 2;
  return (asked: Asked) => (asked.operation === operation && left-- > 0 ? fault : null);
}

test.each<[string, string, Fault]>([
  ["the answer to the new branch gets lost", "git/create-ref", { kind: "lost-reply" }],
  ["the answer to the moved branch gets lost", "git/update-ref", { kind: "lost-reply" }],
  ["the answer to the new pull request gets lost", "pulls/create", { kind: "lost-reply" }],
  ["a new pull request is refused by an error of GitHub's", "pulls/create", { kind: "status", status: 502 }],
  ["the answer to its update gets lost", "pulls/update", { kind: "lost-reply" }],
  ["the answer to a commit gets lost", "git/create-commit", { kind: "lost-reply" }],
])("%s: it is the same in the end", async (_, operation, fault) => {
  for (const live of [
    [grown, builds],
    [grown, builds, byHand],
  ]) {
    scene.break(failing(operation, fault));
    await tell(...live);
  }
  expect(await scene.pullRequests()).toEqual([one.replace("1 view", "2 views")]);
  expect(new Set(Object.keys(scene.changes(branch)))).toEqual(
    new Set([contractFile, ...Object.keys({ ...recorded(tasks, grown), ...recorded(null, byHand, "warn") })]),
  );
  scene.break(failing(operation, fault));
  await tell(tasks, builds);
  expect([await scene.pullRequests(), scene.hasBranch(branch)]).toEqual([
    [one.replace("1 view", "2 views").replace("open", "closed")],
    false,
  ]);
});

async function body(number: number): Promise<string> {
  const { data } = await scene.person().pulls.get({ owner: "acme", repo: "views", pull_number: number });
  return data.body ?? "";
}
