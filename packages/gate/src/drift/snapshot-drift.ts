import { type Config, viewLabel } from "@schema-gate/contract";
import type { Finding } from "@schema-gate/diff";
import { type ChangedViews, findChangedViews } from "../judge/changed-views.js";
import { type ComparisonProgress, compareSides } from "../judge/compare-sides.js";
import type { ReadViews, Side, Sides } from "../sides/side.js";
import type { LiveTrino } from "./live-trino.js";

/** What a comparison of snapshots with live Trino depends on. */
export interface SnapshotDrift {
  readonly sides: Sides;
  readonly changes: ChangedViews;
}

/**
 * The sides of the comparison: snapshots of views that live Trino shows or that are gone, and what it shows of them. Views
 * that fail or cannot be seen are on neither side, and what nothing is committed of is no change of a snapshot.
 */
export function snapshotSides(
  committed: Side,
  shown: Side,
  gone: LiveTrino["gone"],
  isRetired: (label: string) => boolean,
): SnapshotDrift {
  const left = new Set(gone.map(viewLabel).filter((label) => !isRetired(label)));
  const before = entriesOf(committed, (label) => shown.entries.has(label) || left.has(label));
  const sides = { before, after: entriesOf(shown, (label) => committed.entries.has(label)) };
  return { sides, changes: findChangedViews(sides) };
}

function entriesOf(side: Side, keeps: (label: string) => boolean): Side {
  const entries = new Map([...side.entries].filter(([label]) => keeps(label)));
  return { ...side, contracts: null, entries };
}

/** What differs between snapshots and live Trino, handed on in batches with what was read. */
export async function findSnapshotDrift(
  { sides, changes }: SnapshotDrift,
  settings: {
    readonly config: Config;
    readonly asOf: string;
    readonly committed: Side;
    readonly onProgress?: (progress: ComparisonProgress) => void;
  },
  onFindings: (findings: readonly Finding[], read: ReadViews) => void,
): Promise<void> {
  const believed = { side: async () => settings.committed, releasedOn: null };
  await compareSides(sides, changes, { ...settings, believed }, onFindings);
}
