/** The newest or oldest moment of a column that tells time, in milliseconds since 1970 UTC; `null` where no row has one. */
export interface Moment {
  readonly column: string;
  readonly time: number | null;
}

/** What one aggregate query said of the rows of a view; moments by the path of the promise they are about. */
export interface Measured {
  /** When it was asked, by the server's clock. */
  readonly at: number;
  /** How many days back rows were looked at; `null` where it was all of them. */
  readonly recentDays: number | null;
  /** Rows looked at. */
  readonly rows: number;
  /** All rows there are; `null` where only recent ones were looked at and nobody needed the others counted. */
  readonly allRows: number | null;
  /** Keys that more than one row has; `null` without a promised key. */
  readonly doubledKeys: number | null;
  readonly newest: Readonly<Record<string, Moment>>;
  readonly oldest: Readonly<Record<string, Moment>>;
  /** How many rows have no value in a column that promises one. */
  readonly nulls: Readonly<Record<string, number>>;
  /** Rows marked as deleted; `null` where the view has no column for it. */
  readonly marked: number | null;
}

/** A promise that was not measured, and why: a sentence. */
export interface Unmeasured {
  /** As findings have it: `@latency(updated_at)`. */
  readonly path: string;
  /** What is promised, as the contract writes it. */
  readonly promise: string;
  readonly reason: string;
  /** `true` where the contract has to change before it can be; `false` where it may work next time. */
  readonly isLasting: boolean;
}
