import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Config, parseConfig, UserError } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import type { Commits } from "../git/commits.js";
import { readBlob } from "../git/read-file.js";
import type { Repository } from "../git/repository.js";
import { requireWorkTree, workTreeChanges } from "../git/work-tree-changes.js";
import { readPlainFile } from "../sides/read-file.js";
import { CONFIG_FILE, isNoWaiver, WAIVERS_FOLDER } from "./policy.js";

/** Where the files of the policy stand, from the repository's root. */
export const policyPaths = [CONFIG_FILE, WAIVERS_FOLDER] as const;

/** A file of the policy that a change adds, edits or removes, from the repository's root. */
export interface PolicyEdit {
  readonly file: string;
  readonly isGone: boolean;
}

/** What a change holds of the policy: the paths that may differ from where it left the base, and their bytes. */
export interface ChangedPolicy {
  readonly files: readonly string[];
  /** `null` where there is no such file. */
  readonly read: (file: string) => Promise<Buffer | null>;
}

/** What stands in the working tree, of what may differ from a commit. */
export async function policyOfWorkTree(repository: Repository, commit: string): Promise<ChangedPolicy> {
  const workTree = requireWorkTree(repository);
  const changes = await Promise.all(policyPaths.map((path) => workTreeChanges(repository, commit, path)));
  return {
    files: changes.flatMap(({ gone, present }) => [...gone, ...present]),
    read: async (file) => readPlainFile(join(workTree, file)),
  };
}

/**
 * What a change edits of the policy since it left the base at `left`: it does not count, but would once it is merged. What says
 * the same as that commit, or as the one whose policy counts, is no edit.
 */
export async function policyEdits(
  commits: Commits,
  { left, policy }: { readonly left: string; readonly policy: string },
  change: ChangedPolicy,
): Promise<readonly PolicyEdit[]> {
  const files = change.files.filter((path) => path === CONFIG_FILE || isWaiver(path));
  if (files.length === 0) return [];
  const known = await Promise.all([left, policy].map((commit) => policyBlobs(commits, commit)));
  const edits: PolicyEdit[] = [];
  for (const file of files.sort()) {
    const bytes = await change.read(file);
    const blobs = known.map((found) => found.get(file) ?? null);
    const isSame = blobs.includes(bytes && contentId(bytes));
    if (isSame || (file === CONFIG_FILE && (await meansOneOf(commits, bytes, blobs)))) continue;
    edits.push({ file, isGone: bytes === null });
  }
  return edits;
}

function isWaiver(path: string): boolean {
  return path.startsWith(`${WAIVERS_FOLDER}/`) && !isNoWaiver(path.slice(WAIVERS_FOLDER.length + 1));
}

/** The ids of the files of the policy in a commit, by path. */
async function policyBlobs(commits: Commits, commit: string): Promise<ReadonlyMap<string, string>> {
  const trees = policyPaths.map((path) => commits.files(commit, path));
  const files = (await Promise.all(trees)).flatMap((tree) => Array.from(tree));
  return new Map(files.map(({ path, blob }) => [path, blob]));
}

/** Whether a configuration says the same as one of these: comments and order are nobody's to approve. */
async function meansOneOf(commits: Commits, bytes: Buffer | null, blobs: readonly (string | null)[]): Promise<boolean> {
  const config = configOf(bytes);
  if (config === null) return false;
  for (const blob of blobs) {
    const other = blob === null ? null : await readBlob(commits, blob);
    if (isDeepStrictEqual(configOf(other), config)) return true;
  }
  return false;
}

/** Without a file the defaults hold; `null` where it cannot be read, which is like no other. */
function configOf(bytes: Buffer | null): Config | null {
  if (bytes === null) return parseConfig("", CONFIG_FILE);
  try {
    return isUtf8(bytes) ? parseConfig(bytes.toString("utf8"), CONFIG_FILE) : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
