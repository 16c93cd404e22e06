import type { Action, Impact, ReaderCategory, RuleKind, TypeRelation } from "@schema-gate/diff";

export type Verdict = "block" | "acknowledge" | "warn" | "pass";
export type SideKind = "directory" | "bundle" | "git" | "worktree" | "live" | "plan";

/** One side of a comparison as the report names it; `digest` is the SHA-256 of the canonical side, in hex. */
export interface ComparedSide {
  readonly kind: SideKind;
  readonly commit: string | null;
  readonly digest: string;
  readonly views: number;
}

/** Where a person would edit; lines count from 1. */
export interface Location {
  readonly side: "before" | "after";
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** The waiver that covers a finding. */
export interface UsedWaiver {
  readonly file: string;
  readonly owner: string;
  readonly reason: string;
  readonly ends: string;
}

/** How many queries known to read a view there are, and how many of them a finding breaks for certain. */
export interface KnownQueries {
  readonly known: number;
  readonly failing: number;
}

/** A finding as the report shows it (report format 1, design section 4). */
export interface ReportFinding {
  readonly id: string;
  readonly rule: string;
  readonly kind: RuleKind;
  readonly impact: Impact | null;
  readonly action: Action;
  readonly view: string | null;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly relation?: Exclude<TypeRelation, "same">;
  readonly lossless?: boolean;
  readonly breaks: readonly ReaderCategory[];
  readonly message: string;
  readonly remedy: string;
  readonly witness: string | null;
  readonly location: Location | null;
  /** Known readers it breaks or may break; those whose queries fail for certain stand first. */
  readonly readers: readonly string[];
  /** Only where queries that read the view are known and were tried. */
  readonly queries?: KnownQueries;
  readonly waiver: UsedWaiver | null;
}

/** How many findings there are of each impact or kind; a waived one is counted under `waived` only. */
export interface Counts {
  readonly breaking: number;
  readonly risky: number;
  readonly additive: number;
  readonly neutral: number;
  readonly policy: number;
  readonly gate: number;
  readonly waived: number;
}

/** What of live Trino a report knows: every view of these schemas but the unseen, whether it is named by a finding or not. */
export interface Covered {
  /** As `catalog.schema`, quoted like views. */
  readonly schemas: readonly string[];
  /** The views, by label, that could not be looked at: nothing is known of them. */
  readonly unseen: readonly string[];
}

/** Report format 1: the one thing every renderer prints and every way of running the gate agrees on. */
export interface Report {
  readonly formatVersion: 1;
  readonly verdict: Verdict;
  readonly compared: {
    readonly before: ComparedSide;
    readonly after: ComparedSide;
    /** The commit the policy was read from, or `null` when it came from a file or the defaults. */
    readonly policy: string | null;
    readonly asOf: string;
    readonly planned: boolean;
    readonly changed: number;
    readonly unchanged: number;
    /** Only where what is committed was compared with live Trino (`drift`). */
    readonly covered?: Covered;
  };
  readonly counts: Counts;
  readonly findings: readonly ReportFinding[];
}
