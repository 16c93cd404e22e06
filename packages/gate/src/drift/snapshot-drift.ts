import { type Config, viewLabel } from "@schema-gate/contract";
import type { Finding } from "@schema-gate/diff";
import { type ChangedViews, findChangedViews } from "../judge/changed-views.js";
import { type ComparisonProgress, compareSides } from "../judge/compare-sides.js";
import { contractsSide } from "../sides/contracts-side.js";
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
export function snapshotSides(committed: Side, live: LiveTrino, isRetired: (label: string) => boolean): SnapshotDrift {
  const shown = new Map(live.views.flatMap(({ view, stored }) => (stored ? [[viewLabel(view), stored] as const] : [])));
  const gone = new Set(live.gone.map(viewLabel).filter((label) => !isRetired(label)));
  const labels = [...committed.entries.keys()].filter((label) => shown.has(label) || gone.has(label));
  const entries = new Map(
    labels.flatMap((label) => {
      const entry = committed.entries.get(label);
      return entry ? [[label, entry] as const] : [];
    }),
  );
  const before: Side = { ...committed, contracts: null, entries };
  const stored = labels.flatMap((label) => shown.get(label) ?? []);
  const sides = { before, after: contractsSide("live", live.source, stored) };
  return { sides, changes: findChangedViews(sides) };
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
