/** Which family of servers is spoken to: they differ in header names, system tables and error names. */
export type Engine = "trino" | "presto";

/** One column of a result. `type` is what the server prints, `typeSignature` the same as a tree (JSON, as sent). */
export interface ResultColumn {
  readonly name: string;
  readonly type: string;
  readonly typeSignature: unknown;
}

/** A whole result. Integers that a JavaScript number cannot hold exactly arrive as their text. */
export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What the product needs of a Trino server, and all it needs; `openTrino` is the adapter to a real one. */
export interface TrinoPort {
  /** The address without path or credentials, for messages. */
  readonly server: string;
  readonly engine: Engine;
  /**
   * Runs one statement to its end. Throws a `TrinoError` when the server refuses or fails the statement, a `UserError`
   * (kind `unreachable`) when no answer could be had; a statement that is given up is cancelled on the server.
   */
  query(sql: string, options?: { readonly signal?: AbortSignal }): Promise<QueryResult>;
  /** Gives up whatever is still running, cancels it on the server and drops the connections; no query runs after it. */
  close(): Promise<void>;
}

/** Where the adapter tells of retries and cancellations; a pino logger is one. Nothing secret is ever passed. */
export interface Logger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
