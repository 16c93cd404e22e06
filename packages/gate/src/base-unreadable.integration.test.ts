import { afterAll, expect, test } from "@jest/globals";
import { printWaiver } from "@schema-gate/contract";
import { check } from "./check/check.js";
import { blocking, bothFiles, contractOf, first, request, second, snapshotOf } from "./testing/guarded-repository.js";
import { removeTemporaryDirectories } from "./testing/temporary-directory.js";
import { TemporaryRepository } from "./testing/temporary-repository.js";
import { refusal, usage } from "./testing/user-errors.js";

afterAll(removeTemporaryDirectories);

const one = bothFiles("evergreen_tasks_v1", first);
const two = bothFiles("evergreen_tasks_v2", second);
const contract = contractOf("evergreen_tasks_v1");
const snapshot = snapshotOf("evergreen_tasks_v1");
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

test("leads may let the mended file in", async () => {
  const files = merged(conflict(one, contract));
  files.write(one);
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
  files.write({ ...conflict(one, contract), [`waivers/${id}.yaml`]: waiver });
  files.commit("2026-10-04T00:00:00Z");
  files.git("checkout", "--quiet", "-B", "change");
  files.write(one);
  expect(await judged(files)).toEqual(["warn"]);
});
