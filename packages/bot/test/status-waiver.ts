import { printWaiver } from "@schema-gate/contract";
import { findingId } from "@schema-gate/diff";

const view = { catalog: "a", schema: "dev_prod_live", name: "tasks_v1" };
const finding = findingId("column-removed", view, "status", "varchar", null);

/** Where the waiver stands of what is found when `tasks_v1` loses its column `status`. */
export const statusWaiverFile = `waivers/${finding}.yaml`;

/** Its text. */
export function statusWaiver(words: {
  readonly owner: string;
  readonly reason: string;
  readonly ends: string;
}): string {
  const found = { finding, rule: "column-removed", view: "a.dev_prod_live.tasks_v1", path: "status" };
  return printWaiver({ formatVersion: 1, ...found, before: "varchar", after: null, ...words });
}
