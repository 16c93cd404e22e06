/** What live Trino was found to be like beside what its columns show; the facts of kind `change` that no two files tell. */
export interface LiveChangeFacts {
  "view-failed": {
    /** Its SQL yields other columns than were stored, or is not valid any more. */
    readonly how: "staled" | "invalidated";
    /** In Trino's words. */
    readonly reason: string;
    /** The tables that made it, by label; empty where the SQL could not be followed. */
    readonly causes: readonly string[];
  };
  "view-undeclared": object;
  "view-undelivered": { readonly status: string };
  "stored-type-drifted": {
    readonly name: string;
    readonly stored: string;
    readonly derived: string;
    /** Whether the stored type cannot hold every value that the SQL yields now. */
    readonly isNarrower: boolean;
  };
  "latency-missed": {
    readonly column: string;
    /** How old the newest row is, in milliseconds; `null` where no row has a time. */
    readonly age: number | null;
    readonly recentDays: number | null;
  };
  "retention-missed": {
    readonly column: string;
    /** How far the oldest row goes back, and how far it must, in milliseconds; `null` where no row is left. */
    readonly reach: number | null;
    readonly promised: number;
  };
  "grain-doubled": {
    readonly key: readonly string[];
    readonly doubled: number;
    readonly rows: number;
    readonly recentDays: number | null;
  };
  "nulls-found": {
    readonly name: string;
    readonly nulls: number;
    readonly rows: number;
    readonly recentDays: number | null;
  };
  "marker-unused": { readonly rows: number; readonly recentDays: number | null };
  "rows-vanished": { readonly rows: number; readonly most: number };
}

export type LiveChangeKind = keyof LiveChangeFacts;
