import { TrinoError, type TrinoPort } from "@schema-gate/snapshot";

/** What a query answered, or the name of the error with which Trino refused it. */
export type Answer = Result | { readonly fails: string; readonly message: string };

interface Result {
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** As JSON and sorted: a query without ORDER BY promises no order. */
  readonly rows: readonly string[];
  /** For each column whether it holds a null. */
  readonly nulls: readonly boolean[];
}

export async function ask(port: TrinoPort, sql: string): Promise<Answer> {
  try {
    const { columns, rows } = await port.query(sql);
    return {
      columns: columns.map(({ name, type }) => [name, type] as const),
      rows: rows.map((row) => JSON.stringify(row)).sort(),
      nulls: columns.map((_, index) => rows.some((row) => row[index] === null)),
    };
  } catch (error) {
    if (!(error instanceof TrinoError)) throw error;
    return { fails: error.errorName, message: error.message };
  }
}
