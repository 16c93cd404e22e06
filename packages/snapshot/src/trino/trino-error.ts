/** What the server says of a statement it refused or failed. */
export interface TrinoErrorFacts {
  readonly message: string;
  /** Trino's own name, such as `TABLE_NOT_FOUND` or `VIEW_IS_STALE`. */
  readonly errorName: string;
  /** `USER_ERROR`, `INTERNAL_ERROR`, `INSUFFICIENT_RESOURCES` or `EXTERNAL`. */
  readonly errorType: string;
  readonly queryId: string;
  /** Where in the SQL, counted from 1. */
  readonly location: { readonly line: number; readonly column: number } | null;
}

/** The server answered, and the answer is that this statement failed. Shown to people only inside a `UserError`. */
export class TrinoError extends Error {
  readonly errorName: string;
  readonly errorType: string;
  readonly queryId: string;
  readonly location: TrinoErrorFacts["location"];

  constructor(facts: TrinoErrorFacts) {
    super(facts.message);
    this.name = "TrinoError";
    this.errorName = facts.errorName;
    this.errorType = facts.errorType;
    this.queryId = facts.queryId;
    this.location = facts.location;
  }

  /** The message without the place in the SQL, which means nothing to people who did not write the statement. */
  get reason(): string {
    return this.message.replace(/^line \d+:\d+: /, "");
  }
}

const SERVER_IS_UNWELL = new Set([
  "SERVER_SHUTTING_DOWN",
  "SERVER_STARTING_UP",
  "NO_NODES_AVAILABLE",
  "REMOTE_TASK_ERROR",
  "ABANDONED_QUERY",
  "ADMINISTRATIVELY_KILLED",
  "ADMINISTRATIVELY_PREEMPTED",
  "USER_CANCELED",
]);

/** Whether the failure speaks of the server's state (overload, shutdown, a killed query) and not of the statement. */
export function isServerTrouble(error: TrinoError): boolean {
  return error.errorType === "INSUFFICIENT_RESOURCES" || SERVER_IS_UNWELL.has(error.errorName);
}
