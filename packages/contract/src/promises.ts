import type { Duration } from "./duration/duration.js";

/** Where a version stands in its life, in the words of ODCS. */
export type LifecycleStatus = "proposed" | "draft" | "active" | "deprecated" | "retired";

/** What happens to a row whose subject goes: it vanishes, it is marked, or that never happens. */
export type DeletionMode = "hard" | "soft" | "none";

/** What a view is made for; the policy's guidance on freshness goes by it. */
export type ViewUse = "realtime" | "human-scale" | "semi-realtime" | "analytical" | "report";

/** How a task that fills a view is written. */
export type TaskKind = "presto" | "python";

/** The columns that tell the rows apart, in the order of their positions; never empty. */
export interface Grain {
  readonly columns: readonly string[];
}

/** One promise about time, kept for one element (a column) or, with `null`, for the view; `text` is how it was written. */
export interface TimePromise<Value> {
  readonly element: string | null;
  readonly text: string;
  readonly value: Value;
}

/** The longest time between two runs, in milliseconds; `months` where it was written as a number of those, quarters or years. */
export interface Frequency {
  readonly longestGap: number;
  readonly months: number | null;
}

/** A place where the owner answers. */
export interface SupportContact {
  readonly channel: string;
  readonly url: string | null;
  readonly tool: string | null;
}

/** Where the documentation of a view stands; Alation for one. */
export interface DocumentationLink {
  readonly type: string;
  readonly url: string;
}

/** A team known to read a view; `ready` is the date they agreed to move by, `null` while they did not. */
export interface Stakeholder {
  readonly team: string;
  readonly contact: string | null;
  readonly ready: string | null;
}

/** What fills a view: its job in MARS, the task, where the SQL stands, and who it runs as. */
export interface Filling {
  readonly job: string | null;
  readonly task: TaskKind | null;
  readonly justification: string | null;
  /** Path of the SQL, as written. */
  readonly sql: string | null;
  readonly serviceAccount: string | null;
}

/** Where a view stands among the versions of its family; views by their full names, `catalog.schema.name`. */
export interface Lineage {
  readonly successor: string | null;
  readonly predecessor: string | null;
  readonly versionReason: string | null;
}

/**
 * What a contract promises beyond the columns (design 2.2). `null` is unknown, and from unknown to stated is no break;
 * a list is empty where nothing was stated. Dates are `2026-11-22`.
 */
export interface Promises {
  /** The view's name without its version part, as the contract gives it. */
  readonly family: string;
  /** Version of the contract, `2.1.0`; its first number is the view's version. */
  readonly version: string;
  readonly status: LifecycleStatus;
  readonly released: string | null;
  readonly endOfSupport: string | null;
  readonly grain: Grain | null;
  /** The grain in words: one row per … */
  readonly granularity: string | null;
  readonly deletionMode: DeletionMode | null;
  readonly deletionColumn: string | null;
  readonly latency: readonly TimePromise<Duration>[];
  readonly frequency: readonly TimePromise<Frequency>[];
  readonly retention: readonly TimePromise<Duration | "unlimited">[];
  readonly owner: string | null;
  readonly support: readonly SupportContact[];
  readonly documentation: readonly DocumentationLink[];
  readonly stakeholders: readonly Stakeholder[];
  readonly lineage: Lineage;
  readonly use: ViewUse | null;
  readonly filling: Filling;
  readonly project: string | null;
  /** Whether the rows are about Evergreen. */
  readonly evergreen: boolean | null;
  /** Descriptions inside of columns, by path as findings have it: `details.trace_id`, `depends_on[].status`. */
  readonly nestedDescriptions: ReadonlyMap<string, string>;
}
