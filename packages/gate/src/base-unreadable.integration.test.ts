import { afterAll, expect, test } from "@jest/globals";
import { printWaiver } from "@schema-gate/contract";
import { check } from "./check/check.js";
import {
  blocking,
  bothFiles,
  columns,
  contractOf,
  first,
  request,
  second,
  snapshotOf,
} from "./testing/guarded-repository.js";
import { aView, snapshotFiles } from "./testing/snapshots.js";
import { removeTemporaryDirectories } from "./testing/temporary-directory.js";
import { TemporaryRepository } from "./testing/temporary-repository.js";
import { refusal, usage } from "./testing/user-errors.js";

afterAll(removeTemporaryDirectories);

const one = bothFiles("evergreen_tasks_v1", first);
const two = bothFiles("evergreen_tasks_v2", second);
const contract = contractOf("evergreen_tasks_v1");
const snapshot = snapshotOf("evergreen_tasks_v1");
const history = snapshot.replace(".json", ".history.jsonl");
const conflict = (files: Readonly<Record<string, string>>, file: string) => ({
  [file]: (files[file] ?? "").replace("\n", "\n<<<<<<< HEAD\n"),
});

/** A repository whose `main` was given these files past the gate, with the branch `change` checked out. */
function merged(files: Readonly<Record<string, string>>): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.write({ ...one, ...two, "schema-gate.yaml": "leads: { members: [ada] }\nactions: { gate: warn }\n" });
  repository.commit("2026-10-02T00:00:00Z");
  repository.write(files);
  repository.commit("2026-10-03T00:00:00Z");
  repository.git("checkout", "--quiet", "-b", "change");
  return repository;
}

/** What the gate says of the working tree, and of the same committed: both must be one. */
async function judged(files: TemporaryRepository): Promise<readonly string[]> {
  const here = await blocking(request(files));
  files.commit("2026-11-22T00:00:00Z");
  expect(await blocking(request(files, { head: "HEAD" }))).toEqual(here);
  return here;
}

const [ofContract, ofSnapshot] = ["@contract", "@snapshot"].map((path) => `base-unreadable evergreen_tasks_v1 ${path}`);

test.each([
  ["contract", contract, ofContract],
  ["snapshot", snapshot, ofSnapshot],
])("who mends a %s that was merged broken gets a verdict, and no pass", async (_what, file, finding) => {
  const files = merged(conflict(one, file));
  files.write(one);
  expect(await judged(files)).toEqual(["block", finding]);
});

test("the finding names the file and what is wrong with it", async () => {
  const files = merged(conflict(one, snapshot));
  files.write(one);
  const { report } = await check(request(files));
  expect(report.findings.map(({ rule, message, location }) => [rule, message, location])).toContainEqual([
    "base-unreadable",
    `What the base holds cannot be read, so nothing was compared with it. Cannot read ${snapshot}: expected a string, found "<" (line 2, column 1)`,
    { side: "before", file: snapshot, line: 1, endLine: 1 },
  ]);
});

test("what cannot be read is not harmless to take away", async () => {
  const files = merged({ ...conflict(one, contract), ...conflict(one, snapshot) });
  for (const file of [contract, snapshot]) files.remove(file);
  expect(await judged(files)).toEqual(["block", ofContract, ofSnapshot]);
});

test("a successor that cannot be read lets no version go", async () => {
  const files = merged(conflict(two, contractOf("evergreen_tasks_v2")));
  files.remove(contract);
  files.remove(snapshot);
  expect(await judged(files)).toEqual([
    "block",
    "view-removed evergreen_tasks_v1",
    "base-unreadable evergreen_tasks_v2 @contract",
  ]);
});

test("it is seen where only the tip of the base is broken", async () => {
  const files = merged({});
  files.git("checkout", "--quiet", "main");
  files.write(conflict(one, contract));
  files.commit("2026-10-04T00:00:00Z");
  files.git("checkout", "--quiet", "change");
  files.write(
    bothFiles("evergreen_tasks_v1", { ...first, columns: ["task_id varchar", "pod_id varchar", "cost double"] }),
  );
  expect(await judged(files)).toEqual(["block", ofContract]);
});

test("it stops nobody whose change has nothing to do with it", async () => {
  const files = merged(conflict(one, contract));
  files.write(bothFiles("evergreen_hosts_v1", { columns: ["host_id varchar"] }));
  expect(await judged(files)).toEqual(["warn"]);
});

test("a change that leaves it broken is refused, with the place", async () => {
  const files = merged(conflict(one, contract));
  files.write(bothFiles("evergreen_tasks_v1", { ...first, columns: ["task_id varchar"] }));
  files.write(conflict(one, contract));
  const asked = request(files);
  expect(await refusal(() => check(asked))).toEqual(
    usage(`${contract}:2:1: not YAML: Implicit keys need to be on a single line`),
  );
});

test("a configuration that was merged broken judges nothing, and who mends it is told why", async () => {
  const files = merged({ "schema-gate.yaml": "nonsense: [\n" });
  files.write({ "schema-gate.yaml": "leads: { members: [ada] }\n" });
  const base = files.git("rev-parse", "--short=12", "main").trim();
  expect((await refusal(() => check(request(files)))).message).toBe(
    "schema-gate.yaml:2:1: not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. " +
      `So it stands in ${base}, whose policy counts: what mends it must be merged past this check.`,
  );
});

/** Merges into `main` the waiver of what the gate finds unreadable for the working tree. */
async function waive(files: TemporaryRepository, broken: Readonly<Record<string, string>>): Promise<void> {
  const { report } = await check(request(files));
  const {
    id = "",
    rule = "",
    view,
    path = "",
    before = null,
    after = null,
  } = report.findings.find((finding) => finding.rule === "base-unreadable") ?? {};
  const words = { owner: "ada@example.com", reason: "Compared by hand.", ends: "2026-12-31" };
  const waiver = printWaiver({ formatVersion: 1, finding: id, rule, view: view ?? "", path, before, after, ...words });
  files.git("checkout", "--quiet", "main");
  files.write({ ...broken, [`waivers/${id}.yaml`]: waiver });
  files.commit("2026-10-04T00:00:00Z");
  files.git("checkout", "--quiet", "-B", "change");
}

test("leads may let the mended file in", async () => {
  const files = merged(conflict(one, contract));
  files.write(one);
  await waive(files, conflict(one, contract));
  files.write(one);
  expect(await judged(files)).toEqual(["warn"]);
});

test("what they let in is that file in the place of that one, and nothing else", async () => {
  const files = merged(conflict(one, snapshot));
  files.write(one);
  await waive(files, conflict(one, snapshot));
  files.write(snapshotFiles([aView("evergreen_tasks_v1", ["task_id varchar"])]));
  expect(await judged(files)).toEqual(["block", ofSnapshot]);
  files.git("checkout", "--quiet", "main");
  files.write({ [snapshot]: "<<<<<<< another merge\n" });
  files.commit("2026-10-05T00:00:00Z");
  files.git("checkout", "--quiet", "-B", "change");
  files.write(one);
  expect(await judged(files)).toEqual(["block", ofSnapshot]);
});

test("a type that was merged broken is one more thing that cannot be read", async () => {
  const files = merged(snapshotFiles([aView("evergreen_tasks_v1", ["task_id varchar", "pod_id array("])]));
  files.write(one);
  expect(await judged(files)).toEqual(["block", ofSnapshot]);
});

test.each([
  ["alone", {}],
  ["beside a contract", one],
])("no type that cannot be read comes with a snapshot %s", async (_what, before) => {
  const files = new TemporaryRepository();
  files.write({ ...two, ...before });
  files.remove(...(contract in before ? [snapshot] : []));
  files.commit();
  files.git("checkout", "--quiet", "-b", "change");
  files.write(snapshotFiles([aView("evergreen_tasks_v1", ["task_id varchar", "pod_id varchar", "cost array("])]));
  const asked = request(files);
  expect(await refusal(() => check(asked))).toEqual(
    usage(
      `${snapshot}:12: awsdatacatalog.dev_prod_live.evergreen_tasks_v1: column cost: Expected a type at column 7, found the end of the text.`,
    ),
  );
});

test("a new version is held against no one with a type that cannot be read", async () => {
  const files = new TemporaryRepository();
  files.write(snapshotFiles([aView("evergreen_tasks_v1", ["task_id array("])]));
  files.commit();
  files.git("checkout", "--quiet", "-b", "change");
  files.write(snapshotFiles([aView("evergreen_tasks_v2", ["task_id varchar"])]));
  const asked = request(files);
  expect(await refusal(() => check(asked))).toEqual(
    usage(
      `${snapshot}:10: awsdatacatalog.dev_prod_live.evergreen_tasks_v1: column task_id: Expected a type at column 7, found the end of the text.`,
    ),
  );
});

test.each(["merge base", "tip"])(
  "a successor whose snapshot cannot be read on the %s lets no version go",
  async (where) => {
    const files = new TemporaryRepository();
    const ended = { ...first, endOfSupport: "2026-08-01", stakeholders: {} };
    files.write({
      ...bothFiles("evergreen_tasks_v1", ended),
      ...bothFiles("evergreen_tasks_v2", { ...second, released: "2026-01-01" }),
    });
    files.commit("2026-01-01T00:00:00Z");
    files.git("branch", "change");
    files.write({ [snapshotOf("evergreen_tasks_v2")]: "<<<<<<< HEAD\n" });
    files.commit("2026-10-03T00:00:00Z");
    if (where === "merge base") files.git("branch", "--force", "change");
    files.git("checkout", "--quiet", "change");
    files.remove(contract, snapshot);
    expect(await judged(files)).toEqual(["block", "base-unreadable evergreen_tasks_v2 @snapshot"]);
  },
);

test("a definition that returns is not held against a history that cannot be read", async () => {
  const files = merged({ [history]: "nonsense\n" });
  const defined = snapshotFiles([
    aView("evergreen_tasks_v1", columns, { definition: "SELECT task_id, pod_id FROM a.b.c" }),
  ]);
  files.write({ ...defined, [history]: "" });
  expect(await judged(files)).toEqual(["block", "base-unreadable evergreen_tasks_v1 @history"]);
});
