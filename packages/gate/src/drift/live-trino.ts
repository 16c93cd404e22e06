import type { Contract, Measured, Unmeasured, ViewName } from "@schema-gate/contract";
import type { Earlier, LiveFailure } from "@schema-gate/diff";

/** One view that live Trino lists. */
export interface LiveViewState {
  readonly view: ViewName;
  /** `null` where the view fails. */
  readonly stored: Contract | null;
  readonly failure: LiveFailure | null;
  readonly derived: readonly string[] | null;
  readonly measured: Measured | null;
  readonly unmeasured: readonly Unmeasured[];
  readonly earlier: Earlier | null;
}

/** What live Trino was found to hold of the schemas that are compared. */
export interface LiveTrino {
  /** How a person would name it, for messages. */
  readonly source: string;
  /** The schemas that were read: of whatever stands in them we know, or it is unseen. */
  readonly schemas: readonly Pick<ViewName, "catalog" | "schema">[];
  readonly views: readonly LiveViewState[];
  /** Committed views that Trino does not list and that it says do not exist when asked by name. */
  readonly gone: readonly ViewName[];
  /** Committed views that cannot be told: neither to be read nor confirmed to be gone. */
  readonly unseen: readonly { readonly view: ViewName; readonly reason: string }[];
}
