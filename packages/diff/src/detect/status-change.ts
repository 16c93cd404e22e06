import type { LifecycleStatus, Promises } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { type Facts, fact } from "./facts.js";

/** Readers are promised something of a version only while it has one of these. */
const published: readonly LifecycleStatus[] = ["active", "deprecated"];

/** A version that stands elsewhere in its life; before and after have different status. */
export function statusChange(
  before: Promises,
  after: Promises,
  shared: Pick<Change, "path" | "before" | "after" | "covers">,
  facts: Facts,
): Change {
  const [was, is] = [published.includes(before.status), published.includes(after.status)];
  // Among draft, proposed and retired readers are promised nothing either way.
  if (!was && !is) return fact("record-changed", facts, shared);
  return fact("status-changed", facts, {
    ...shared,
    step: was && is ? (after.status === "deprecated" ? "deprecated" : "restored") : was ? "lowered" : "raised",
    // Whether its support is over only the base tip can tell: see `compare`.
    support: null,
    successor: after.lineage.successor,
  });
}
