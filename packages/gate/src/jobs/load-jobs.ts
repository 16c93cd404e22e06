import { isUtf8 } from "node:buffer";
import { type Job, readJobs } from "@schema-gate/contract";
import type { FileTree } from "../files/file-tree.js";
import { isJobFile } from "./is-job-file.js";

/** The MARS jobs below some folders, and the files there that may make up or serve one; `null` for what is not UTF-8. */
export interface LoadedJobs {
  readonly jobs: readonly Job[];
  readonly texts: ReadonlyMap<string, string | null>;
}

/** Loads the MARS jobs below some folders of a side. */
export type LoadJobs = (folders: readonly string[]) => Promise<LoadedJobs>;

/** Loads the MARS jobs below some folders of a tree. */
export async function loadJobs(tree: FileTree, folders: readonly string[]): Promise<LoadedJobs> {
  const paths = [...new Set((await Promise.all(folders.map((folder) => tree.list(folder)))).flat())].sort();
  const files = await tree.read(paths.filter(isJobFile));
  const texts = new Map(Array.from(files, ([path, bytes]) => [path, isUtf8(bytes) ? bytes.toString() : null] as const));
  return { jobs: readJobs(texts), texts };
}
