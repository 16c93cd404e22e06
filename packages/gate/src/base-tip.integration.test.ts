import { afterAll, expect, test } from "@jest/globals";
import { check } from "./check/check.js";
import { contractFiles, type Said } from "./testing/contracts.js";
import { bothFiles, contractOf, request, snapshotOf } from "./testing/guarded-repository.js";
import { aView, snapshotFiles } from "./testing/snapshots.js";
import { removeTemporaryDirectories } from "./testing/temporary-directory.js";
import { TemporaryRepository } from "./testing/temporary-repository.js";

afterAll(removeTemporaryDirectories);

const [v1, v2, v3] = ["evergreen_tasks_v1", "evergreen_tasks_v2", "evergreen_tasks_v3"];
const columns = ["task_id varchar"];
const shown = (name: string) => snapshotFiles([aView(name, columns)]);
const promised = (name: string, said: Said = {}) => contractFiles(name, { columns, ...said });
const both = (name: string, said: Said = {}) => bothFiles(name, { columns, ...said });

type Files = Readonly<Record<string, string>>;

/** A repository whose `main` was committed in steps, each on a day, with the branch `change` checked out. */
function repositoryOf(steps: Readonly<Record<string, Files>>): TemporaryRepository {
  const files = new TemporaryRepository();
  for (const [day, content] of Object.entries(steps)) {
    files.write(content);
    files.commit(`${day}T12:00:00Z`);
  }
  files.git("checkout", "--quiet", "-b", "change");
  return files;
}

/** Every finding on a change, as `<rule> <view> <action>`; how views stand by the policy is not asked here. */
async function found(files: TemporaryRepository, asOf: string): Promise<readonly string[]> {
  const { report } = await check(request(files, { asOf }));
  const changes = report.findings.filter(({ kind }) => kind === "change");
  return changes.map(({ rule, view, action }) => `${rule} ${view?.split(".")[2]} ${action}`);
}

/** Whether version 1 may go from this base on a day, both of its files together. */
async function removed(steps: Readonly<Record<string, Files>>, asOf: string): Promise<readonly string[]> {
  const files = repositoryOf(steps);
  for (const file of [snapshotOf(v1), contractOf(v1)]) {
    if (Object.values(steps).some((content) => file in content)) files.remove(file);
  }
  return found(files, asOf);
}

const early = [`view-removed ${v1} block`];
const inTime = [`version-retired ${v1} allow`];

test.each<[string, Readonly<Record<string, Files>>, string]>([
  [
    "the release date that its successor states",
    { "2026-09-01": { ...shown(v1), ...both(v2, { released: "2026-07-31" }) } },
    "2026-10-31",
  ],
  ["the day its successor's snapshot came", { "2026-01-01": shown(v1), "2026-07-31": both(v2) }, "2026-10-31"],
  [
    "the day its successor was promised, where it has no snapshot",
    { "2026-01-01": both(v1), "2026-11-30": promised(v2) },
    "2027-02-28",
  ],
  [
    "the day its successor was no draft any more, whatever it planned",
    {
      "2026-01-01": { ...shown(v1), ...promised(v2, { status: "draft", released: "2026-02-01" }) },
      "2026-04-30": promised(v2, { status: "active" }),
      "2026-06-01": promised(v2, { status: "deprecated" }),
    },
    "2026-07-30",
  ],
  [
    "the day its successor was there, for a draft that readers can query",
    { "2026-01-01": shown(v1), "2026-04-30": both(v2, { status: "draft", released: "2026-01-05" }) },
    "2026-07-30",
  ],
  [
    "its own announced end, where that is later",
    { "2026-01-01": { ...both(v1, { status: "deprecated", endOfSupport: "2026-12-31" }), ...both(v2) } },
    "2026-12-31",
  ],
  [
    "the window, where its own announced end is sooner",
    { "2026-01-31": { ...both(v1, { status: "deprecated", endOfSupport: "2026-02-01" }), ...both(v2) } },
    "2026-04-30",
  ],
  [
    "the release of the successor that it names, not of the next one",
    {
      "2026-01-01": { ...both(v1, { successor: v3 }), ...both(v2) },
      "2026-05-01": both(v3),
    },
    "2026-08-01",
  ],
  [
    "the release of the lowest version above that is published",
    {
      "2026-01-01": { ...shown(v1), ...promised(v2, { status: "draft" }) },
      "2026-05-01": shown(v3),
    },
    "2026-08-01",
  ],
  [
    "the day all that are known to read it are ready",
    { "2026-01-01": both(v1, { stakeholders: { Insights: "2026-03-02", BuildBaron: "2026-02-01" } }) },
    "2026-03-01",
  ],
])("a version may go the day after %s", async (_what, steps, lastDay) => {
  expect(await removed(steps, lastDay)).toEqual(early);
  const next = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10);
  expect(await removed(steps, next)).toEqual(inTime);
});

test.each<[string, Readonly<Record<string, Files>>]>([
  ["it has no successor", { "2026-01-01": both(v1) }],
  [
    "its successor is a draft nobody can query",
    { "2026-01-01": { ...both(v1), ...promised(v2, { status: "draft" }) } },
  ],
  ["its successor is retired", { "2026-01-01": { ...both(v1), ...promised(v2, { status: "retired" }) } }],
  ["its successor will be released", { "2026-01-01": { ...both(v1), ...both(v2, { released: "2026-12-24" }) } }],
  ["the successor it names is not there", { "2026-01-01": { ...both(v1, { successor: v3 }), ...both(v2) } }],
  ["one of its readers is not ready", { "2026-01-01": both(v1, { stakeholders: { A: "2026-01-01", B: null } }) }],
  ["one of its readers is ready later", { "2026-01-01": both(v1, { stakeholders: { A: "2026-11-23" } }) }],
])("a version may not go while %s", async (_what, steps) => {
  expect(await removed(steps, "2026-11-22")).toEqual(early);
});

test("a family is one, whether its versions have snapshots, contracts or both", async () => {
  const files = repositoryOf({ "2026-01-01": { ...shown(v1), ...promised(v2) } });
  files.write(both(v3));
  expect(await found(files, "2026-11-22")).toEqual([`version-unexplained ${v3} allow`]);
  files.remove(snapshotOf(v1));
  expect(await found(files, "2026-11-22")).toEqual([...inTime, `version-unexplained ${v3} allow`]);
});

test("a contract alone is published once it says so, and a draft that can be queried is", async () => {
  const files = repositoryOf({
    "2026-01-01": {
      ...promised("evergreen_a_v1", { status: "draft" }),
      ...promised("evergreen_b_v1"),
      ...both("evergreen_c_v1", { status: "draft" }),
    },
  });
  for (const name of ["a", "b", "c"]) files.write(contractFiles(`evergreen_${name}_v1`, { columns: ["id bigint"] }));
  for (const name of ["a", "b", "c"]) files.remove(contractOf(`evergreen_${name}_v1`));
  expect(await found(files, "2026-11-22")).toEqual([
    "draft-removed evergreen_a_v1 allow",
    "view-removed evergreen_b_v1 block",
    "contract-removed evergreen_c_v1 block",
  ]);
});

test("what the base learnt meanwhile is believed, not what stood there when the branch left", async () => {
  const files = repositoryOf({
    "2026-01-01": { ...both(v1, { stakeholders: { Insights: "2026-02-01" } }), ...both(v2) },
  });
  files.remove(snapshotOf(v1), contractOf(v1));
  files.commit("2026-11-20T00:00:00Z");
  expect(await found(files, "2026-11-22")).toEqual(inTime);
  files.git("checkout", "--quiet", "main");
  files.write(both(v1, { stakeholders: { Insights: null }, endOfSupport: "2027-06-01" }));
  files.commit("2026-11-21T00:00:00Z");
  files.git("checkout", "--quiet", "change");
  expect(await found(files, "2026-11-22")).toEqual(early);
});

test("a release date that lies before a version was there must be acknowledged when it is stated", async () => {
  const files = repositoryOf({ "2026-01-01": shown(v1) });
  const backdated = both(v2, { released: "2026-07-01" });
  files.write(backdated);
  const added = [`release-backdated ${v2} acknowledge`, `version-unexplained ${v2} allow`];
  expect(await found(files, "2026-11-22")).toEqual(added);
  files.git("checkout", "--quiet", "-B", "main");
  files.write(both(v2, { status: "draft", released: "2026-07-01" }));
  files.commit("2026-10-01T00:00:00Z");
  files.git("checkout", "--quiet", "-B", "change");
  files.write(backdated);
  const raised = [`release-backdated ${v2} acknowledge`, `status-raised ${v2} allow`];
  expect(await found(files, "2026-11-22")).toEqual(raised);
  files.write(both(v2, { released: "2026-10-01" }));
  expect(await found(files, "2026-11-22")).toEqual([`status-raised ${v2} allow`, `release-moved ${v2} allow`]);
});
