import type { ContractFile, LocatedView, ViewName } from "@schema-gate/contract";
import type { SideKind } from "@schema-gate/report";
import type { LoadJobs } from "../jobs/load-jobs.js";
import type { ContractFiles } from "./contract-files.js";

/** One view of a side, not read yet; views of equal content id are the same, byte for byte. */
export interface SideEntry {
  readonly name: ViewName;
  /** The file a person would open: relative to the repository's root, or as the side was named. */
  readonly file: string;
  readonly contentId: string;
}

/** One view of a side: its bytes, and where in its file it stands. It is parsed by whoever compares it. */
export type SideView = LocatedView;

/** One side of a comparison, wherever it comes from. Views are keyed by their label (`viewLabel`). */
export interface Side {
  readonly kind: SideKind;
  /** How a person would name this side, for messages. */
  readonly source: string;
  readonly commit: string | null;
  readonly digest: string;
  readonly entries: ReadonlyMap<string, SideEntry>;
  /** What teams promise of the views; `null` where no contracts can be: live Trino, a bundle, a directory of snapshots. */
  readonly contracts: ContractFiles | null;
  /** Reads a file beside snapshots and contracts, by its path from there; `null` where there is none. */
  readonly readFile?: (path: string) => Promise<Buffer | null>;
  /** Reads several such files at once, where that is less than one after the other; what is not there is not in the answer. */
  readonly readFiles?: (paths: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;
  /** Reads the histories that stand beside the snapshots of these views, by label, as far as there are any; absent where none can be. */
  readonly readHistories?: (views: readonly ViewName[]) => Promise<ReadonlyMap<string, Buffer>>;
  /** Which views can stand on this side, where not any can: live Trino is read where a profile says. */
  readonly covers?: (view: ViewName) => boolean;
  /** Loads the MARS jobs beside snapshots and contracts; absent where there can be none. */
  readonly jobs?: LoadJobs;
  /** What the files of those jobs are known by, without reading any; absent where only reading them tells. */
  readonly jobFiles?: (folders: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Reads the views of these labels. Throws a UserError naming file, line and reason. */
  read(labels: readonly string[]): Promise<ReadonlyMap<string, SideView>>;
}

/** The two sides of a comparison. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** What was read of both sides, by label. */
export interface ReadViews {
  readonly before: ReadonlyMap<string, SideView>;
  readonly after: ReadonlyMap<string, SideView>;
  readonly contracts: {
    readonly before: ReadonlyMap<string, ContractFile>;
    readonly after: ReadonlyMap<string, ContractFile>;
  };
}
