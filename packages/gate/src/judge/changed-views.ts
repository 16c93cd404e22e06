import type { ViewName } from "@schema-gate/contract";
import type { Sides } from "../sides/side.js";

/** Which views differ, by the bytes they are known by. */
export interface ChangedViews {
  /** Labels of the views that stand on both sides and differ. */
  readonly edited: readonly string[];
  readonly added: readonly ViewName[];
  readonly removed: readonly ViewName[];
  readonly unchanged: number;
}

/** Finds the views whose bytes differ, without reading any. */
export function findChangedViews({ before, after }: Sides): ChangedViews {
  const edited: string[] = [];
  const removed: ViewName[] = [];
  for (const [label, { name, contentId }] of before.entries) {
    const other = after.entries.get(label);
    if (!other) removed.push(name);
    else if (other.contentId !== contentId) edited.push(label);
  }
  const added: ViewName[] = [];
  const inBoth = before.entries.size - removed.length;
  if (inBoth < after.entries.size)
    for (const [label, { name }] of after.entries) if (!before.entries.has(label)) added.push(name);
  return { edited, added, removed, unchanged: inBoth - edited.length };
}
