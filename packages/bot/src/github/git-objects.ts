/** An entry of a tree. Links (`120000`) and submodules (`160000`) are entries like any other: nothing follows them. */
export interface TreeEntry {
  /** Relative to the tree that was asked for; one name, or several with `/` where the tree was read with all below it. */
  readonly path: string;
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly id: string;
}

/** A tree; `isTruncated` where GitHub did not tell all of it. */
export interface Tree {
  readonly entries: readonly TreeEntry[];
  readonly isTruncated: boolean;
}

/** A commit without its message. `committedAt` is as GitHub writes it, `2026-11-22T10:00:00Z`. */
export interface CommitFacts {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly committedAt: string;
}

/** The objects of the repository and of its forks; every id is 40 hex digits. */
export interface GitObjects {
  /** The commit two others were last the same at. */
  mergeBase(one: string, other: string): Promise<string>;
  commit(id: string): Promise<CommitFacts>;
  /** A tree by its id, alone or with all that is below it. */
  tree(id: string, depth: "alone" | "with all below"): Promise<Tree>;
  /** The bytes of a blob, not compared with its id yet. */
  blob(id: string): Promise<Buffer>;
  /**
   * Several blobs asked for together, in the order of their ids: the bytes of each as GitHub tells them, not compared with its id
   * yet; `null` for those that have to be asked for by themselves.
   */
  blobs(ids: readonly string[]): Promise<readonly (Buffer | null)[]>;
  /** A commit and all it came from, in the order of `git log`, in pages; with a path, those that `git log` shows of it. */
  history(commit: string, path: string | null): AsyncIterable<readonly CommitFacts[]>;
}
