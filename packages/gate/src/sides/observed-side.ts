import { readLocated } from "@schema-gate/contract";
import { bundleSide } from "./bundle-side.js";
import { contractsSide } from "./contracts-side.js";
import { readBundle } from "./read-bundle.js";
import type { Side } from "./side.js";

/**
 * The views that a run of drift wrote to a file (`--observed`), each known by the bytes its snapshot would have. The digest is
 * the one that the report of that run gives of its side after.
 */
export async function observedSide(file: string, cwd: string): Promise<Side> {
  const bundle = bundleSide(file, readBundle(file, cwd));
  const views = await bundle.read([...bundle.entries.keys()]);
  return contractsSide("live", file, Array.from(views.values(), readLocated));
}
