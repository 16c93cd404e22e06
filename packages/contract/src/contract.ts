import type { Promises } from "./promises.js";

export type ViewKind = "view" | "materialized-view" | "table";
export type Security = "definer" | "invoker";

/** The full name of a view as Trino knows it: three lower-case, unquoted parts. */
export interface ViewName {
  readonly catalog: string;
  readonly schema: string;
  readonly name: string;
}

/** One column a view publishes; `type` is type text (design 2.1), `null` means unknown. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean | null;
  readonly comment: string | null;
}

/** What a view promises its readers. Columns stand in Trino's order; `null` means unknown, and unknown is never a change. */
export interface Contract extends ViewName {
  readonly kind: ViewKind | null;
  readonly security: Security | null;
  readonly comment: string | null;
  readonly columns: readonly Column[];
  readonly definition: string | null;
  /** What only a contract file says; absent in a snapshot, which knows none of it. */
  readonly promises?: Promises;
}
