import type { FileTree } from "../files/file-tree.js";
import type { ContractFiles } from "../sides/contract-files.js";
import type { Side } from "../sides/side.js";

/** Where readers are known from: views and contracts, registered queries and jobs, all of one state of a repository. */
export interface ReaderSource {
  /** The views whose definitions are searched; `null` where there are none, or too many. */
  readonly views: Pick<Side, "entries" | "read"> | null;
  readonly contracts: ContractFiles | null;
  readonly tree: FileTree;
  readonly jobFolders: readonly string[];
}
