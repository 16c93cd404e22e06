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

/** A text that may read a view; `home` is where bare names of it are looked for, `null` where that is not known. */
export interface ReadingText {
  readonly kind: Exclude<ReaderKind, "team">;
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** A statement as Trino has it, a template of a script, or no SQL at all: then only what it names can be told. */
  readonly language: "sql" | "template" | "other";
  readonly home: Pick<ViewName, "catalog" | "schema"> | null;
}

/** A known reader with the statements of it that read the view: none where that cannot be told, or for a team. */
export interface ViewReader extends KnownReader {
  readonly statements: readonly ReadingStatement[];
}

/** One statement that reads a view, and which names in it mean the view. */
export interface ReadingStatement {
  readonly sql: string;
  readonly isView: (parts: readonly string[]) => boolean;
}

/** How findings name a reader: `task nightly: fill (src/jobs/nightly/sql_jobs/fill.sql)`. */
export function readerLabel({ kind, name, file }: Pick<KnownReader, "kind" | "name" | "file">): string {
  return `${kind} ${name} (${file})`;
}
