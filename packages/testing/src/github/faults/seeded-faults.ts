import { hash } from "node:crypto";
import type { Fault, FaultPlan } from "./fault.js";

/**
 * Faults by lot: each of `faults` strikes with its share of all requests (0 to 1, together at most 1). The lot falls by seed, method,
 * path and repetition alone, so that a run can be repeated however its requests interleave.
 */
export function seededFaults(
  seed: number,
  faults: readonly { readonly share: number; readonly fault: Fault }[],
): FaultPlan {
  return ({ method, path, repetition }) => {
    const digest = hash("sha256", JSON.stringify([seed, method, path, repetition]));
    let lot = Number.parseInt(digest.slice(0, 12), 16) / 2 ** 48;
    for (const { share, fault } of faults) {
      if (lot < share) return fault;
      lot -= share;
    }
    return null;
  };
}
