import type { ViewName } from "@schema-gate/contract";

/** What kind of reader: a team on record, a view over the view, the task of a job, a query somebody registered. */
export type ReaderKind = "team" | "view" | "task" | "query";

/** Somebody known to read a view. `doubt` says why it cannot be told from the SQL, which only names the view. */
export interface KnownReader {
  readonly kind: ReaderKind;
  readonly name: string;
  readonly file: string;
  readonly doubt: string | null;
}

/** SQL that may read a view; `home` is where bare names of it are looked for, `null` where that is not known. */
export interface ReadingText {
  readonly kind: Exclude<ReaderKind, "team">;
  readonly name: string;
  readonly file: string;
  readonly sql: string;
  readonly home: Pick<ViewName, "catalog" | "schema"> | null;
}
