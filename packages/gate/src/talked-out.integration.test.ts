import { afterAll, describe, expect, test } from "@jest/globals";
import { contractFiles } from "./testing/contracts.js";
import {
  blocking,
  bothFiles,
  columns,
  contractOf,
  first,
  guardedRepository,
  request,
  second,
  snapshotOf,
} from "./testing/guarded-repository.js";
import { aView, snapshotFiles } from "./testing/snapshots.js";
import { removeTemporaryDirectories } from "./testing/temporary-directory.js";
import type { TemporaryRepository } from "./testing/temporary-repository.js";

afterAll(removeTemporaryDirectories);

const [v1, v2, v3] = ["evergreen_tasks_v1", "evergreen_tasks_v2", "evergreen_tasks_v3"];
const shorter = { columns: ["task_id varchar"] };
const dropColumn = (files: TemporaryRepository) => files.write(bothFiles(v2, { ...second, ...shorter }));
const configured = (text: string) => ({ "schema-gate.yaml": `leads: { members: [ada] }\n${text}\n` });
const edited = 'policy-edited @policy("schema-gate.yaml")';

/** What somebody does on the branch, and the findings that block it all the same. */
type Attempt = readonly [string, (files: TemporaryRepository) => void, readonly string[]];

const byPolicy: readonly Attempt[] = [
  [
    "configuration edited to allow all",
    (files) => {
      dropColumn(files);
      files.write(configured("actions: { breaking: allow, gate: warn }"));
    },
    [edited, `column-removed ${v2} pod_id`],
  ],
  [
    "configuration edited and nothing else",
    (files) => files.write(configured("actions: { breaking: warn }")),
    [edited],
  ],
  ["configuration deleted", (files) => files.remove("schema-gate.yaml"), [edited]],
  [
    "the public schema made a private one",
    (files) => {
      dropColumn(files);
      files.write(configured("publicSchemas: [nothing]"));
    },
    [edited, `column-removed ${v2} pod_id`],
  ],
  [
    "the support window shortened",
    (files) => {
      files.remove(snapshotOf(v1), contractOf(v1));
      files.write(configured("supportWindow: P1D"));
    },
    [edited, `view-removed ${v1}`],
  ],
  [
    "the family renamed by a naming pattern",
    (files) => {
      files.remove(snapshotOf("evergreen_hosts_v1"));
      files.write({ ...configured('naming: { patterns: ["{project}_tasks_v{version}"] }') });
    },
    [edited, "view-removed evergreen_hosts_v1"],
  ],
  ["another lead named", (files) => files.write({ "schema-gate.yaml": "leads: { members: [eve] }\n" }), [edited]],
  [
    "a waiver slipped in with the change",
    (files) => {
      dropColumn(files);
      files.write({ "waivers/9f2c41d07ab3e815.yaml": aWaiver });
    },
    ['policy-edited @policy("waivers/9f2c41d07ab3e815.yaml")', `column-removed ${v2} pod_id`],
  ],
];

const aWaiver = `formatVersion: 1
finding: 9f2c41d07ab3e815
rule: column-removed
view: awsdatacatalog.dev_prod_live.evergreen_tasks_v2
path: pod_id
before: varchar
after: null
owner: eve@example.com
reason: Nobody reads it.
ends: 2026-12-31
`;

const byFacts: readonly Attempt[] = [
  ...["draft", "proposed", "retired"].map(
    (status): Attempt => [
      `status set back to ${status}`,
      (files) => files.write(bothFiles(v2, { ...second, ...shorter, status })),
      [`status-lowered ${v2} @status`, `column-removed ${v2} pod_id`],
    ],
  ),
  [
    "the release date of the successor backdated",
    (files) => {
      files.remove(snapshotOf(v1), contractOf(v1));
      files.write(contractFiles(v2, { ...second, released: "2026-01-01" }));
    },
    [`view-removed ${v1}`, `release-moved ${v2} @released`],
  ],
  [
    "the release date of the successor taken out",
    (files) => {
      files.remove(snapshotOf(v1), contractOf(v1));
      files.write(contractFiles(v2, { columns }));
    },
    [`view-removed ${v1}`, `release-moved ${v2} @released`],
  ],
  [
    "the end of support backdated",
    (files) => {
      files.remove(snapshotOf(v1));
      files.write(contractFiles(v1, { ...first, endOfSupport: "2026-11-21" }));
    },
    [`view-removed ${v1}`, `support-end-moved ${v1} @endOfSupport`],
  ],
  [
    "the end of support backdated to retire it",
    (files) => files.write(contractFiles(v1, { ...first, status: "retired", endOfSupport: "2026-11-21" })),
    [`support-end-moved ${v1} @endOfSupport`, `status-lowered ${v1} @status`],
  ],
  [
    "stakeholders deleted",
    (files) => {
      const { stakeholders: _, ...rest } = first;
      files.remove(snapshotOf(v1));
      files.write(contractFiles(v1, rest));
    },
    [`view-removed ${v1}`],
  ],
  [
    "stakeholders marked ready by the same change",
    (files) => {
      files.remove(snapshotOf(v1));
      files.write(contractFiles(v1, { ...first, stakeholders: { Insights: "2026-11-01" } }));
    },
    [`view-removed ${v1}`],
  ],
  [
    "stakeholders exchanged for one who is ready",
    (files) => {
      files.remove(snapshotOf(v1));
      files.write(contractFiles(v1, { ...first, stakeholders: { Eve: "2026-11-01" } }));
    },
    [`view-removed ${v1}`],
  ],
  [
    "the successor pointed to a view that has been there for long",
    (files) => {
      files.remove(snapshotOf(v1));
      files.write(contractFiles(v1, { ...first, successor: "evergreen_hosts_v1" }));
    },
    [`view-removed ${v1}`],
  ],
];

const byFiles: readonly Attempt[] = [
  [
    "a view renamed",
    (files) => {
      files.remove(snapshotOf(v1), contractOf(v1));
      files.write(bothFiles("evergreen_jobs_v1", { ...first, successor: "evergreen_jobs_v2" }));
    },
    [`view-removed ${v1}`],
  ],
  [
    "v1 removed as v2 arrives",
    (files) => {
      files.remove(snapshotOf("evergreen_hosts_v1"));
      files.write(bothFiles("evergreen_hosts_v2", { columns: ["host_id varchar"], released: "2026-01-01" }));
    },
    ["view-removed evergreen_hosts_v1"],
  ],
  [
    "v2 removed as v3 arrives",
    (files) => {
      files.remove(snapshotOf(v2), contractOf(v2));
      files.write(bothFiles(v3, { ...second, released: "2026-01-01" }));
    },
    [`view-removed ${v2}`],
  ],
  ["the contract deleted", (files) => files.remove(contractOf(v2)), [`contract-removed ${v2} @contract`]],
  ["the snapshot deleted", (files) => files.remove(snapshotOf(v2)), [`view-removed ${v2}`]],
  ["both deleted", (files) => files.remove(contractOf(v2), snapshotOf(v2)), [`view-removed ${v2}`]],
  [
    "all deleted",
    (files) => files.remove("schemas", "snapshots"),
    ["evergreen_hosts_v1", v1, v2].map((view) => `view-removed ${view}`),
  ],
  [
    "the snapshot hidden",
    (files) => files.git("mv", snapshotOf(v2), snapshotOf(v2).replace("/evergreen", "/.evergreen")),
    [`view-removed ${v2}`],
  ],
  [
    "the view moved to a schema that is not public",
    (files) => {
      files.remove(snapshotOf("evergreen_hosts_v1"));
      files.write(snapshotFiles([aView("evergreen_hosts_v1", ["host_id varchar"], { schema: "evergreen_landing" })]));
    },
    ["view-removed evergreen_hosts_v1"],
  ],
  [
    "attributes that make git look away",
    (files) => {
      dropColumn(files);
      files.write({ ".gitattributes": "* -diff -text merge=ours filter=clean export-ignore linguist-generated\n" });
    },
    [`column-removed ${v2} pod_id`],
  ],
  [
    "files that git is told to ignore",
    (files) => {
      files.write({ ".gitignore": "*_v2.*\n" });
      files.git("rm", "--quiet", "--cached", snapshotOf(v2), contractOf(v2));
    },
    [`view-removed ${v2}`],
  ],
];

describe.each([
  ["the policy", byPolicy],
  ["what is recorded", byFacts],
  ["the files", byFiles],
] as const)("talking the gate out of it by %s", (_, attempts) => {
  test.each(attempts)("%s", async (_what, attempt, expected) => {
    const { files } = guardedRepository();
    attempt(files);
    expect(await blocking(request(files))).toEqual(["block", ...expected]);
    files.commit("2026-11-22T00:00:00Z");
    expect(await blocking(request(files))).toEqual(["block", ...expected]);
  });
});
