import { afterAll, expect, test } from "@jest/globals";
import { defaultConfig, printBundle } from "@schema-gate/contract";
import { openSides } from "../sides/open-sides.js";
import { parseSideSpec } from "../sides/side-spec.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { judge } from "./judge.js";

afterAll(removeTemporaryDirectories);

const file = "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml";
const snapshot = "snapshots/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json";
const view = "awsdatacatalog.dev_prod_live.evergreen_tasks_v1";

function contract(...columns: readonly string[]): string {
  const lines = columns.map((column) => {
    const [name, type] = column.split(" ");
    return `      - name: ${name}\n        physicalType: ${type}\n`;
  });
  return `apiVersion: v3.1.0
kind: DataContract
id: evergreen-tasks
version: 1.0.0
status: active
servers:
  - { server: trino, type: trino, host: trino.example.com, port: 443, catalog: awsdatacatalog, schema: dev_prod_live }
schema:
  - name: evergreen_tasks
    physicalName: evergreen_tasks_v1
    properties:
${lines.join("")}`;
}

const shown = (...columns: readonly string[]) => snapshotFiles([aView("evergreen_tasks_v1", columns)]);

type Files = Readonly<Record<string, string>>;

async function compared(before: string, after: string, cwd: string) {
  const given = { policyCommit: null, waivers: [], asOf: "2026-11-22", planned: false, failOn: null } as const;
  const [one, other] = [parseSideSpec(before), parseSideSpec(after)];
  if (one.kind === "live" || one.kind === "plan" || other.kind === "live" || other.kind === "plan") throw new Error();
  const sides = await openSides(one, other, cwd);
  const report = await judge({
    ...given,
    ...sides,
    config: defaultConfig,

    mode: "diff",
  });
  const found = report.findings.map(({ rule, path, location }) => [
    rule,
    path,
    location && `${location.side} ${location.file}:${location.line}-${location.endLine}`,
  ]);
  const { changed, unchanged, before: was, after: now } = report.compared;
  return { verdict: report.verdict, found, counts: [changed, unchanged, was.views, now.views] };
}

/** The same two sides as git revisions, as working tree and as directories. */
async function everyWay(before: Files, after: Files) {
  const repository = new TemporaryRepository();
  repository.write(before);
  repository.commit();
  for (const path of Object.keys(before)) if (!(path in after)) repository.remove(path);
  repository.write(after);
  const worktree = await compared("git:HEAD", "worktree:", repository.directory);
  repository.commit();
  const git = await compared("git:HEAD~1", "git:HEAD", repository.directory);
  const below = (folder: string, files: Files) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  const both = temporaryDirectory({ ...below("before", before), ...below("after", after) });
  const directory = await compared("before", "after", both);
  expect(worktree).toEqual(git);
  const unprefixed = directory.found.map((cells) =>
    cells.map((cell) => cell?.replace(/ (before|after)\//, " ") ?? null),
  );
  expect({ ...directory, found: unprefixed }).toEqual(git);
  return git;
}

const both = (...columns: readonly string[]) => ({ ...shown(...columns), [file]: contract(...columns) });

test.each<[string, Files, Files, unknown]>([
  [
    "what both files say is one finding, in the contract",
    both("task_id varchar", "host varchar"),
    both("task_id varchar"),
    { verdict: "block", found: [["column-removed", "host", `after ${file}:12-13`]], counts: [1, 0, 1, 1] },
  ],
  [
    "what leaves the snapshot alone is lost",
    both("task_id varchar", "host varchar"),
    { ...both("task_id varchar", "host varchar"), ...shown("task_id varchar") },
    { verdict: "block", found: [["column-removed", "host", `after ${snapshot}:10-10`]], counts: [1, 0, 1, 1] },
  ],
  [
    "what leaves the contract alone is lost",
    both("task_id varchar", "host varchar"),
    { ...both("task_id varchar", "host varchar"), [file]: contract("task_id varchar") },
    { verdict: "block", found: [["column-removed", "host", `after ${file}:12-13`]], counts: [1, 0, 1, 1] },
  ],
  [
    "a column may be promised first",
    both("task_id varchar"),
    { ...both("task_id varchar"), [file]: contract("task_id varchar", "host varchar") },
    { verdict: "pass", found: [["promised-not-delivered", "host", `after ${file}:14-15`]], counts: [1, 0, 1, 1] },
  ],
  [
    "a deleted contract blocks",
    both("task_id varchar"),
    shown("task_id varchar"),
    { verdict: "block", found: [["contract-removed", "@contract", `before ${file}:10-10`]], counts: [1, 0, 1, 1] },
  ],
  [
    "a deleted snapshot blocks",
    { ...both("task_id varchar"), ...snapshotFiles([aView("other_v1", ["a bigint"])]) },
    { [file]: contract("task_id varchar"), ...snapshotFiles([aView("other_v1", ["a bigint"])]) },
    { verdict: "block", found: [["view-removed", "", `before ${snapshot}:1-1`]], counts: [1, 1, 2, 2] },
  ],
  [
    "a contract that is written for a view is judged for whether it is true",
    shown("task_id varchar", "host varchar"),
    { ...shown("task_id varchar", "host varchar"), [file]: contract("task_id bigint") },
    {
      verdict: "warn",
      found: [
        ["contract-snapshot-mismatch", "host", `after ${file}:10-10`],
        ["contract-snapshot-mismatch", "task_id", `after ${file}:12-13`],
        ["promise-stated", "@contract", `after ${file}:10-10`],
      ],
      counts: [1, 0, 1, 1],
    },
  ],
  [
    "a view may have a contract before it is there",
    snapshotFiles([aView("other_v1", ["a bigint"])]),
    { [file]: contract("task_id varchar"), ...snapshotFiles([aView("other_v1", ["a bigint"])]) },
    {
      verdict: "warn",
      found: [
        ["view-added", "", `after ${file}:10-10`],
        // What a new view falls short of comes with it.
        ["documentation-unlinked", "@documentation", `after ${file}:10-10`],
        ["latency-unstated", "@latency", `after ${file}:10-10`],
        ["owner-unnamed", "@owner", `after ${file}:10-10`],
        ["retention-unstated", "@retention", `after ${file}:10-10`],
        ["use-unstated", "@use", `after ${file}:10-10`],
        ["audit-column-omitted", "inserted_at", `after ${file}:10-10`],
        ["audit-column-omitted", "updated_at", `after ${file}:10-10`],
        ["audit-column-omitted", "xformed_at", `after ${file}:10-10`],
      ],
      counts: [1, 1, 1, 2],
    },
  ],
])("%s", async (_what, before, after, expected) => {
  expect(await everyWay(before, after)).toEqual(expected);
});

test.each([
  [
    file,
    contract("task_id varchar").replace("physicalName:", "physicalNam:"),
    `${file}:10:5: schema[0]: unknown key "physicalNam"; did you mean physicalName?`,
  ],
  [
    file,
    "a: [",
    `${file}:1:5: not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]`,
  ],
  [
    file,
    contract("task_id varchar").replace("tasks_v1", "tasks_v2").replace("1.0.0", "2.0.0"),
    `${file}:10: the path says ${view}, the content awsdatacatalog.dev_prod_live.evergreen_tasks_v2. Mend the names, or move the file to awsdatacatalog/dev_prod_live/evergreen_tasks_v2.yaml.`,
  ],
  [
    "schemas/awsdatacatalog/evergreen_tasks_v1.yml",
    "",
    "schemas/awsdatacatalog/evergreen_tasks_v1.yml is no contract: its path must be <catalog>/<schema>/<view>.yaml in lower case, percent-encoded outside [a-z0-9_]. Rename it, or move it out of the contracts.",
  ],
])("%s that is no contract is refused with its place", async (path, text, message) => {
  const repository = new TemporaryRepository();
  repository.write(shown("task_id varchar"));
  repository.commit();
  repository.write({ [path]: text });
  expect(await refusal(() => compared("git:HEAD", "worktree:", repository.directory))).toEqual(usage(message));
});

test.each([
  ["both", "bundle.json"],
  ["bundle.json", "both"],
  ["both", "snapshots"],
])("contracts are left out where a side cannot hold any: %s and %s", async (before, after) => {
  const view = aView("evergreen_tasks_v1", ["task_id varchar"]);
  const promised = { [file]: contract("task_id bigint"), [file.replace("v1", "v2")]: contract("task_id bigint") };
  const cwd = temporaryDirectory({
    ...Object.fromEntries(
      Object.entries({ ...snapshotFiles([view]), ...promised }).map(([at, text]) => [`both/${at}`, text]),
    ),
    ...snapshotFiles([view]),
    "bundle.json": printBundle([view]),
  });
  const same = await compared(before, after, cwd);
  const [changed = 0, unchanged = 0, was, now] = same.counts;
  // A bundle indents its views, so that they are looked into and found the same.
  expect([same.verdict, same.found, changed + unchanged, was, now]).toEqual(["pass", [], 1, 1, 1]);
});
