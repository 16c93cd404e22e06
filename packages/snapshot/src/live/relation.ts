import type { ViewKind, ViewName } from "@schema-gate/contract";
import type { ColumnRow } from "./schema-reads.js";

/** A view as the bulk reads show it: what is stored, not yet whether it still analyses. */
export interface Relation {
  readonly view: ViewName;
  readonly kind: ViewKind;
  readonly comment: string | null;
  /** `null` for tables, and where the listing left it out. */
  readonly definition: string | null;
  /** In Trino's order. */
  readonly columns: readonly ColumnRow[];
}
