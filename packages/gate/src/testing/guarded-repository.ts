import { type CheckRequest, check } from "../check/check.js";
import { contractFiles, type Said } from "./contracts.js";
import { aView, snapshotFiles } from "./snapshots.js";
import { TemporaryRepository } from "./temporary-repository.js";

export const columns = ["task_id varchar", "pod_id varchar"];

/** Version 1 of the tasks on the base tip: on its way out, with a team that has not moved yet. */
export const first: Said = {
  columns,
  status: "deprecated",
  released: "2026-01-10",
  endOfSupport: "2027-01-01",
  successor: "evergreen_tasks_v2",
  stakeholders: { Insights: null },
};

/** Version 2 of the tasks, out since October. */
export const second: Said = { columns, released: "2026-10-01" };

/** The files of a view that has both a snapshot and a contract. */
export function bothFiles(name: string, said: Said): Record<string, string> {
  return { ...snapshotFiles([aView(name, said.columns ?? [])]), ...contractFiles(name, said) };
}

/** Where the files of a view stand. */
export const snapshotOf = (name: string) => `snapshots/awsdatacatalog/dev_prod_live/${name}.json`;
export const contractOf = (name: string) => `schemas/awsdatacatalog/dev_prod_live/${name}.yaml`;

/**
 * A repository whose `main` guards two versions of the tasks and one of the hosts, with the branch `change` checked out. Its
 * first commit, `lax`, forbids nothing, and says that nobody reads version 1 any more.
 */
export function guardedRepository(): { readonly files: TemporaryRepository; readonly lax: string } {
  const files = new TemporaryRepository();
  files.write({
    ...bothFiles("evergreen_tasks_v1", {
      ...first,
      endOfSupport: "2026-02-01",
      stakeholders: { Insights: "2026-01-15" },
    }),
    ...snapshotFiles([aView("evergreen_hosts_v1", ["host_id varchar"])]),
    "schema-gate.yaml": "actions: { breaking: allow }\nsupportWindow: P0D\n",
  });
  const lax = files.commit("2026-01-10T00:00:00Z");
  files.write({
    ...bothFiles("evergreen_tasks_v1", first),
    ...bothFiles("evergreen_tasks_v2", second),
    "schema-gate.yaml": "leads: { members: [ada] }\n",
  });
  files.commit("2026-10-02T00:00:00Z");
  files.git("checkout", "--quiet", "-b", "change");
  return { files, lax };
}

export function request(files: TemporaryRepository, more: Partial<CheckRequest> = {}): CheckRequest {
  const asked = { base: null, policyRevision: null, head: null, folder: "snapshots", asOf: "2026-11-22", failOn: null };
  return { directory: files.directory, ...asked, ...more };
}

/** The verdict of the gate, and the findings that block, each as `<rule> <view> <path>`. */
export async function blocking(asked: CheckRequest): Promise<readonly string[]> {
  const { report } = await check(asked);
  const found = report.findings.filter(({ action }) => action === "block");
  return [
    report.verdict,
    ...found.map(({ rule, view, path }) => [rule, view?.split(".")[2], path].filter((part) => part).join(" ")),
  ];
}
