import { type Contract, printSnapshot, snapshotPath } from "@schema-gate/contract";

/** What a pull request does to its view, and so how its check must end. */
export const changes = {
  removed: { columns: ["task_id"], conclusion: "failure" },
  inserted: { columns: ["task_id", "added", "pod_id"], conclusion: "neutral" },
  appended: { columns: ["task_id", "pod_id", "added"], conclusion: "success" },
} as const;
export type ChangeKind = keyof typeof changes;

/** The snapshot of one view per pull request, as it stands on the base branch or as a change leaves it. */
export function snapshotOf(pullRequest: number, kind: ChangeKind | null): Readonly<Record<string, string>> {
  const columns = kind === null ? ["task_id", "pod_id"] : changes[kind].columns;
  const view: Contract = {
    catalog: "awsdatacatalog",
    schema: "dev_prod_live",
    name: `evergreen_tasks${pullRequest}_v1`,
    kind: "view",
    security: "definer",
    comment: null,
    columns: columns.map((name) => ({ name, type: "varchar", nullable: null, comment: null })),
    definition: null,
  };
  return { [`snapshots/${snapshotPath(view)}`]: printSnapshot(view) };
}
