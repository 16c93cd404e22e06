/** A file as it is to be: UTF-8, `content` is all of it. */
export interface WrittenFile {
  readonly path: string;
  readonly content: string;
}

/** Where a branch stands. */
export interface BranchHead {
  readonly commit: string;
  readonly tree: string;
  readonly message: string;
  /** Whether GitHub takes us for its author, or knows nobody of that address. */
  readonly mayBeOurs: boolean;
}

/** A commit that is to be made; trees and parents are 40 hex digits. */
export interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

/** Branches of the repository, and what is written on them. No step ever takes a commit off a branch. */
export interface Branches {
  defaultBranch(): Promise<string>;
  /** `null` where there is no such branch. */
  findBranch(name: string): Promise<BranchHead | null>;
  /** The id of a tree with these files put into it. */
  createTree(tree: string, files: readonly WrittenFile[]): Promise<string>;
  createCommit(commit: NewCommit): Promise<string>;
  createBranch(name: string, commit: string): Promise<void>;
  /** Moves a branch forwards; a "refused" `GitHubError` where it has what the commit has not. */
  advanceBranch(name: string, commit: string): Promise<void>;
  deleteBranch(name: string): Promise<void>;
}
