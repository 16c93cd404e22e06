import type { DeletionMode, TrinoType, ViewName } from "@schema-gate/contract";
import type { DefinitionChangeKind } from "@schema-gate/sql";
import type { TypePath } from "./detect/path.js";
import type { Anchor, TypeRelation } from "./finding.js";
import type { LiveChangeFacts } from "./live/live-change.js";

/** What every change says: where it is, what stood there on each side (as the report prints it), and what it covers. */
interface Fact {
  readonly view: ViewName;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly anchor: Anchor;
  /** JSON Pointers into the canonical document; an operation of the patch at or below one of them is covered (law 2). */
  readonly covers: readonly string[];
}

/** How an added view stands in its family: see `versions/added-versions.ts`. */
export type VersionPlace = "in-order" | "same-structure" | "skipping" | "not-highest" | "late-start";

/** Why a removed view may or may not go: see `versions/removed-versions.ts`. */
export type SupportState =
  | { readonly kind: "unpublished" }
  | { readonly kind: "ready"; readonly teams: readonly string[] }
  /** `named`: what the contract names as successor, which could not take the readers in. */
  | { readonly kind: "no-successor"; readonly named: string | null }
  | { readonly kind: "running"; readonly successor: string; readonly until: string | null }
  | { readonly kind: "ended"; readonly successor: string; readonly until: string };

/** What becomes of a team known to read a view; `readied` agreed to move, or to move sooner, which lets the view go. */
export type StakeholderStep = "removed" | "readied" | "changed";

/** Where a version goes in its life; `lowered` and `raised` are out of and into what readers are promised. */
export type StatusStep = "deprecated" | "restored" | "lowered" | "raised";

/** What a contract says of deleted rows at the time a column that marks them appears. */
export type StatedDeletion = DeletionMode | "unknown";

/** Where a row that gained a field stands: as the element of an array it is what UNNEST turns into columns. */
export type RowPlace = "element" | "plain";

/** What each kind of change says beyond its place. */
export interface ChangeFacts extends LiveChangeFacts {
  "view-added": { readonly place: VersionPlace };
  "view-removed": { readonly support: SupportState };
  "column-added": {
    readonly name: string;
    readonly type: string;
    readonly inserted: boolean;
    /** For a column that marks deleted rows, how readers were told that rows go; `null` for any other column. */
    readonly marker: StatedDeletion | null;
  };
  "column-removed": { readonly name: string; readonly type: string };
  "column-renamed": { readonly name: string; readonly to: string; readonly type: string };
  "columns-reordered": { readonly names: readonly string[] };
  "type-changed": {
    readonly at: TypePath;
    readonly relation: Exclude<TypeRelation, "same">;
    readonly lossless: boolean;
    readonly array: "introduced" | "dissolved" | null;
  };
  "field-added": {
    readonly at: TypePath;
    readonly row: TypePath;
    readonly inserted: boolean;
    readonly in: RowPlace;
    readonly fieldsBefore: number;
    readonly type: string;
  };
  "field-removed": { readonly at: TypePath; readonly type: string };
  "field-renamed": { readonly at: TypePath; readonly to: string; readonly type: string };
  "fields-reordered": { readonly at: TypePath };
  "map-key-changed": { readonly at: TypePath; readonly key: TrinoType };
  "required-changed": { readonly name: string; readonly required: boolean };
  "description-changed": { readonly subject: string };
  "promise-stated": { readonly promise: string };
  /** A column that the contract has from now on and the view does not have yet. */
  "column-promised": { readonly name: string; readonly type: string };
  /** Contract and snapshot disagree on a column from now on; a type is null where the column is not there at all. */
  "contract-mismatched": { readonly name: string; readonly promised: string | null; readonly shown: string };
  "contract-removed": object;
  "grain-changed": object;
  "deletion-mode-changed": object;
  "deletion-column-changed": object;
  "time-promise-changed": {
    readonly promise: "latency" | "frequency" | "retention";
    /** How many times looser it got: infinite where it left, less than 1 where it got tighter. */
    readonly factor: number;
  };
  /** A promise that left the contract; whether readers relied on it, or only the judgement on the version. */
  "promise-withdrawn": { readonly isReliedOn: boolean };
  "owner-changed": object;
  "contact-changed": object;
  /** `isLost`: a kind of record that was there is there no longer. */
  "documentation-changed": { readonly isLost: boolean };
  "status-changed": {
    readonly step: StatusStep;
    /** Whether a version that was deprecated on the base tip, and is retired now, might go; else `null`. */
    readonly support: SupportState | null;
    readonly successor: string | null;
  };
  "support-end-moved": { readonly isEarlier: boolean };
  /** `isPlan`: of a draft or a proposal, whose release is only planned. */
  "release-moved": { readonly isEarlier: boolean; readonly isPlan: boolean };
  /** A release date that counts from now on and lies before `since`, the day the version was there. */
  "release-backdated": { readonly since: string };
  /** A view named as successor or predecessor that is not: not there, or no such version of the family. */
  "relative-misnamed": {
    readonly relative: "successor" | "predecessor";
    readonly fault: "unknown" | "itself" | "other-family" | "wrong-order";
  };
  "successor-changed": object;
  "stakeholder-changed": { readonly step: StakeholderStep };
  /** Something recorded of a view that readers do not rely on. */
  "record-changed": object;
  "kind-changed": object;
  "security-changed": object;
  "definition-changed": {
    readonly about: Exclude<DefinitionChangeKind, "columns">;
    /** Where the clause stands in the definition after, else before: the line, from 1; null where that cannot be told. */
    readonly line: { readonly side: "before" | "after"; readonly number: number } | null;
    /** The column whose expression it is. */
    readonly column: string | null;
    /** Why the definition could not be analysed: a sentence part. */
    readonly reason: string | null;
  };
  unrecognised: { readonly operation: string };
}

export type ChangeKind = keyof ChangeFacts;

/** A fact: one thing that differs between two contracts of one view. Closed: a new kind does not compile until a rule decides it. */
export type Change<K extends ChangeKind = ChangeKind> = { [E in K]: { readonly kind: E } & Fact & ChangeFacts[E] }[K];
