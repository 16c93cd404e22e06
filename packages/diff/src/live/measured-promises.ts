import type { Measured, Promises } from "@schema-gate/contract";
import type { Facts } from "../detect/facts.js";
import type { LiveState } from "./live-state.js";

/** What the contract promises of the rows, and what was measured of them. */
export interface MeasuredPromises {
  readonly promises: Promises;
  readonly measured: Measured;
  readonly state: LiveState;
}

/** The place of a promise: a person would mend it in the contract. */
export function promiseFacts({ view }: LiveState, path: string): Facts {
  return { view, anchor: { side: "before", column: null, contract: path } };
}
