/** Files below one root, whether they stand in a directory or in a commit; paths are from that root, with `/`. */
export interface FileTree {
  /** The files below a folder, sorted; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The bytes of files; one that is not there is not in the answer. Throws a UserError for links and what is no file. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** The files below some folders that hold one of these plain names (`[a-z0-9_]+`) in any case, or more than those. */
  mentioning(folders: readonly string[], names: readonly string[]): Promise<readonly string[]>;
}
