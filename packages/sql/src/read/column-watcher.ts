import type { Source } from "../model/source.js";

/** Is told what a text takes from its sources while it is read: before anything is simplified, which forgets names. */
export interface ColumnWatcher {
  /** A table is read; the answer is its columns, in lower case, where all of them are known. */
  open(names: readonly string[]): {
    readonly columns: readonly string[] | null;
    readonly onSource: (source: Source) => void;
  };
  /** All columns of a source are taken as they come. */
  star(source: Source): void;
  /** A column of a source is named; `path` goes on into its fields. */
  column(source: Source, path: readonly string[]): void;
  /** What is named may be a column of any of these sources. */
  either(sources: readonly Source[], path: readonly string[]): void;
  /** A name stands without its source where these are in sight: a new column of that name would be meant as well. */
  bare(sources: readonly Source[], name: string): void;
}
