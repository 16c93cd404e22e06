import type { Contract } from "@schema-gate/contract";
import type { OracleReader } from "../readers/reader.js";
import type { Outcome } from "./outcome.js";

/** What a real server did in one case. It does not depend on our rules, so it can be kept and judged again. */
export interface Observation {
  readonly seed: number;
  /** The digest of what was planned; `digest` of the planned case. */
  readonly plan: string;
  readonly edits: readonly string[];
  /** What the product's own snapshots say, in the schemas `open` and `beside`. */
  readonly before: readonly Contract[];
  readonly after: readonly Contract[];
  readonly released: Readonly<Record<string, string>>;
  readonly readers: readonly (OracleReader & { readonly outcome: Outcome; readonly message?: string })[];
}

/** The names that a batch's schemas get in observations. */
export const schemasOfObservations = { open: "open", beside: "beside" } as const;
