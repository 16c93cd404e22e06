import type { FileTree } from "../files/file-tree.js";
import type { LoadedJobs } from "./load-jobs.js";

/** Reads the jobs below some folders; what reads them is loaded only now, for most comparisons never ask. */
export async function openJobs(tree: FileTree, folders: readonly string[]): Promise<LoadedJobs> {
  const { loadJobs } = await import("./load-jobs.js");
  return loadJobs(tree, folders);
}
