import type { FileTree } from "../files/file-tree.js";
import type { LoadedJobs } from "./load-jobs.js";

/** Reads the jobs below some folders; what reads them is loaded only where there are any. */
export async function openJobs(tree: FileTree, folders: readonly string[]): Promise<LoadedJobs> {
  const listed = await Promise.all(folders.map((folder) => tree.list(folder)));
  if (listed.every((paths) => paths.length === 0)) return { jobs: [], texts: new Map() };
  const { loadJobs } = await import("./load-jobs.js");
  return loadJobs(tree, folders);
}
