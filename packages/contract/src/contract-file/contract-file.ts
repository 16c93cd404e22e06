import type { Contract } from "../contract.js";
import type { Promises } from "../promises.js";

/** Lines of a file, from 1, both inclusive. */
export interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/** The lines of what a path is about: its own, else those of the nearest place around it, at last the view's. */
export function linesOfPromise({ places }: ContractFile, path: string): Lines {
  for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf(".", end - 1), path.lastIndexOf("[", end - 1))) {
    const found = places.get(path.slice(0, end));
    if (found) return found;
  }
  return places.get("") ?? { line: 1, endLine: 1 };
}

/**
 * One contract file, read: `schemas/<catalog>/<schema>/<view>.yaml`. `places` knows where each promise stands, by path as
 * findings have it: `""` the view, `pod_id`, `depends_on[].status`, `@grain`, `@latency(updated_at)`.
 */
export interface ContractFile {
  readonly file: string;
  readonly contract: Contract & { readonly promises: Promises };
  readonly places: ReadonlyMap<string, Lines>;
}
