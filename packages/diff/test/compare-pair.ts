import type { Contract } from "@schema-gate/contract";
import type { Finding } from "@schema-gate/diff";
import { compareFixture } from "./read-fixture.js";

/** Compares snapshots of one view. */
export function compareViews(before: Contract, after: Contract): Finding[] {
  return compareFixture({ name: "", before: [before], after: [after], releasedOn: {} });
}

/** Compares contract files of a view of which there are no snapshots. */
export function compareFiles(before: Contract, after: Contract): Finding[] {
  return compareFixture({ name: "", before: [], after: [], promised: { before, after }, releasedOn: {} });
}
