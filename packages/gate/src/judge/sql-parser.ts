import type { CompareDefinitions, TablesRead } from "@schema-gate/diff";

/** What Trino's parser is asked for. */
export interface SqlParser {
  readonly compareDefinitions: CompareDefinitions;
  readonly tablesRead: TablesRead;
}

let loaded: SqlParser | null = null;

/**
 * Runs a comparison or judgement, with Trino's parser only where it asks for it: it takes a tenth of a second to load and
 * most do without. The one run that finds out is repeated.
 */
export async function withSqlParser<T>(run: (parser: SqlParser) => T): Promise<T> {
  if (loaded) return run(loaded);
  let needed = false;
  const noteNeed = () => {
    needed = true;
    return [];
  };
  const result = run({ compareDefinitions: noteNeed, tablesRead: noteNeed });
  if (!needed) return result;
  loaded = await import("@schema-gate/sql");
  return run(loaded);
}

/** Reads which tables a text of SQL reads, for whoever asks outside of a comparison. */
export async function loadTablesRead(): Promise<TablesRead> {
  return (await import("@schema-gate/sql")).tablesRead;
}
