import { severalMergeBases } from "@schema-gate/gate";
import type { WrittenObjects } from "./authors-of-files.js";

/**
 * The commit two others were last the same at, as gate's `mergeBase` says it of a clone. GitHub tells one merge base of
 * several: the others are found where the commits that only `other` has meet what both have.
 */
export async function mergeBase(objects: WrittenObjects, one: string, other: string): Promise<string> {
  if (one === other) return one;
  const base = await objects.mergeBase(one, other);
  if (base === one || base === other) return base;
  const between = await objects.commitsBetween(one, other);
  const known = new Set([base, ...between.map(({ id }) => id)]);
  const met = new Set(between.flatMap(({ parents }) => parents).filter((parent) => !known.has(parent)));
  for (const commit of met) {
    if ((await objects.mergeBase(commit, base)) !== commit) throw severalMergeBases(one, other);
  }
  return base;
}
