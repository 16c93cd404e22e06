import type { ViewName } from "@schema-gate/contract";

/** What a change does to readers. `risky`: what we can see does not decide whether readers break; a person must look. */
export type Impact = "breaking" | "risky" | "additive" | "neutral";

/** What the gate does about a finding. */
export type Action = "block" | "acknowledge" | "warn" | "allow";

export type RuleKind = "change" | "policy" | "gate";

/** The readers a change breaks (design section 3, law 7), in the order they are printed. */
export const readerCategories = [
  "by-name",
  "unqualified",
  "positional",
  "stored-view",
  "typed-client",
  "row-count",
  "timeliness",
] as const;
export type ReaderCategory = (typeof readerCategories)[number];

/** How two types relate by the coercions of Trino 483; see `relateTypes` of the contract package. */
export type TypeRelation = "same" | "widened" | "narrowed" | "unrelated";

/** Where a person would look: a column of one side by its index there, or the view itself when `column` is `null`. */
export interface Anchor {
  readonly side: "before" | "after";
  readonly column: number | null;
  /** Where it stands in the contract file of that side: the path of the promise (`pod_id`, `@grain`, "" the view). */
  readonly contract?: string;
  /** Where it stands in a file of neither views nor contracts, such as the configuration of a job. */
  readonly place?: FilePlace;
}

/** Lines of a file by its path from the root of the side; they count from 1, both inclusive. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** A fact with the rule that decided it; `view` is `null` for findings about the gate itself and about jobs. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly kind: RuleKind;
  readonly impact: Impact | null;
  /** Set when the rule asks for another action than its impact gets by default. */
  readonly action: Action | null;
  readonly view: ViewName | null;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly relation?: Exclude<TypeRelation, "same">;
  readonly lossless?: boolean;
  readonly breaks: readonly ReaderCategory[];
  readonly message: string;
  readonly remedy: string;
  readonly witness: string | null;
  readonly anchor: Anchor | null;
  /** `false` where neither a waiver nor the configuration may soften it. */
  readonly waivable?: false;
}
