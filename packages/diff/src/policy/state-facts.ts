import type { Config, Contract, Filling, Job, ViewName } from "@schema-gate/contract";
import type { FilePlace } from "../finding.js";

/** What rules on states may look at, and what they are told of it. A subject more is a line here. */
export interface StateFacts {
  readonly view: ViewState;
  readonly source: SourceState;
  readonly job: JobState;
  readonly filling: FillingState;
}
export type StateSubject = keyof StateFacts;

/** What every subject says: the view its findings are about, `null` where that is none. */
export interface StateOfView {
  readonly view: ViewName | null;
  readonly config: Config;
}

/** One view as it stands: what its contract promises and what Trino showed of it, at least one of the two. */
export interface ViewState extends StateOfView {
  readonly view: ViewName;
  readonly contract: Contract | null;
  readonly snapshot: Contract | null;
  /** Whether there could be a contract: bundles and live Trino hold none. */
  readonly mayPromise: boolean;
}

/** One text of SQL that fills a view or is its definition. */
export interface SourceState extends StateOfView {
  readonly view: ViewName;
  readonly contract: Contract | null;
  /** The SQL file a contract names, or the definition Trino showed. */
  readonly from: "sql" | "definition";
  /** The tables the text reads, as `tablesRead` tells: names of three parts where they could be completed. */
  readonly tables: readonly (readonly string[])[] | string;
}

/** What the contract of a view says of what fills it. */
export interface NamedFilling {
  readonly view: ViewName;
  readonly filling: Filling;
}

/** One MARS job as its files have it. */
export interface JobState extends StateOfView {
  readonly view: null;
  readonly job: Job;
  /** What contracts say that name this job. */
  readonly fillings: readonly NamedFilling[];
  /** GitHub logins, or whatever is known, of those who added the job; `null` where it is not new. */
  readonly addedBy: readonly string[] | null;
}

/** What fills a view, as its contract says it, beside what there is. */
export interface FillingState extends StateOfView {
  readonly view: ViewName;
  readonly contract: Contract;
  /** Whether jobs stand in this repository at all; else nothing can be said of them. */
  readonly hasJobs: boolean;
  /** The job the contract names, if it is there. */
  readonly job: Job | null;
  /** Whether the SQL file the contract names is there; `null` where it names none. */
  readonly hasSql: boolean | null;
  /** What the contracts of the other views say. */
  readonly others: readonly NamedFilling[];
}

/** One place where something falls short of the policy. */
export interface Shortcoming {
  /** As findings have it: `@owner`, `updated_at`, "" the thing itself. A rule finds each path of a view once. */
  readonly path: string;
  /** What stands there, as the report prints it; `null` for nothing. */
  readonly found: string | null;
  readonly message: string;
  /** Where it stands in the contract, if that is not its path; `null` where it stands in the snapshot. */
  readonly contract?: string | null;
  /** Where it stands, if that is neither in the contract nor in the snapshot. */
  readonly place?: FilePlace;
}
