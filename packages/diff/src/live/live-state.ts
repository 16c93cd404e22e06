import type { Contract, Measured, Unmeasured, ViewName } from "@schema-gate/contract";

/** Why live Trino cannot use a view; `unseen` is what says nothing of its readers, such as a right that we lack. */
export interface LiveFailure {
  readonly kind: "staled" | "invalidated" | "unseen";
  readonly reason: string;
  readonly causes: readonly string[];
}

/** What earlier runs found of a view. */
export interface Earlier {
  /** The most rows there were, as far as none of them may have gone since. */
  readonly mostRows: number | null;
  /** The oldest moment ever seen, by the path of the promise. */
  readonly oldestEver: Readonly<Record<string, number>>;
  /** The oldest moment of the last run. */
  readonly oldest: Readonly<Record<string, number>>;
}

/** One view as live Trino has it, beside what is committed of it. */
export interface LiveState {
  readonly view: ViewName;
  readonly contract: Contract | null;
  readonly hasSnapshot: boolean;
  /** What is stored; `null` where it fails or is not there. */
  readonly stored: Contract | null;
  readonly failure: LiveFailure | null;
  /** The types its SQL yields now, in the order of its columns; `null` where that cannot be told. */
  readonly derived: readonly string[] | null;
  readonly measured: Measured | null;
  readonly unmeasured: readonly Unmeasured[];
  readonly earlier: Earlier | null;
}
