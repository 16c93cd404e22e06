import type { Contract } from "../contract.js";
import type { Promises } from "../promises.js";

/** Lines of a file, from 1, both inclusive. */
export interface Lines {
  readonly line: number;
  readonly endLine: number;
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
