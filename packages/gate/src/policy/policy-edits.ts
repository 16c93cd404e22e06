import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Config, defaultConfig, parseConfig, UserError } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { listTree } from "../git/list-tree.js";
import { readBlobs } from "../git/read-blobs.js";
import type { Repository } from "../git/repository.js";
import { requireWorkTree, workTreeChanges } from "../git/work-tree-changes.js";
import { readPlainFile } from "../sides/read-file.js";
import { CONFIG_FILE, isNoWaiver, WAIVERS_FOLDER } from "./policy.js";

/** A file of the policy that a change adds, edits or removes, from the repository's root. */
export interface PolicyEdit {
  readonly file: string;
  readonly isGone: boolean;
}

/**
 * What a working tree changes of the policy since it left the base: it does not count, but would once it is merged. What says
 * the same as the commit `left` or the commit whose policy counts is no edit.
 */
export async function policyEdits(
  repository: Repository,
  { left, policy }: { readonly left: string; readonly policy: string },
): Promise<readonly PolicyEdit[]> {
  const workTree = requireWorkTree(repository);
  const [configs, waivers] = await Promise.all(
    [CONFIG_FILE, WAIVERS_FOLDER].map((path) => workTreeChanges(repository, left, path)),
  );
  const changed = [configs, waivers]
    .flatMap((changes) => [...(changes?.gone ?? []), ...(changes?.present ?? [])])
    .filter((path) => path === CONFIG_FILE || isWaiver(path));
  if (changed.length === 0) return [];
  const known = await Promise.all([left, policy].map((commit) => policyBlobs(repository, commit)));
  const edits: PolicyEdit[] = [];
  for (const file of changed.sort()) {
    const bytes = readPlainFile(join(workTree, file));
    const blobs = known.map((files) => files.get(file) ?? null);
    const isSame = blobs.includes(bytes && contentId(bytes));
    if (isSame || (file === CONFIG_FILE && (await meansOneOf(repository, bytes, blobs)))) continue;
    edits.push({ file, isGone: bytes === null });
  }
  return edits;
}

function isWaiver(path: string): boolean {
  return path.startsWith(`${WAIVERS_FOLDER}/`) && !isNoWaiver(path.slice(WAIVERS_FOLDER.length + 1));
}

/** The ids of the files of the policy in a commit, by path. */
async function policyBlobs(repository: Repository, commit: string): Promise<ReadonlyMap<string, string>> {
  const trees = [CONFIG_FILE, WAIVERS_FOLDER].map((path) => listTree(repository, commit, path));
  const files = (await Promise.all(trees)).flatMap((tree) => Array.from(tree));
  return new Map(files.map(({ path, blob }) => [path, blob]));
}

/** Whether a configuration says the same as one of these: comments and order are nobody's to approve. */
async function meansOneOf(
  repository: Repository,
  bytes: Buffer | null,
  blobs: readonly (string | null)[],
): Promise<boolean> {
  const config = configOf(bytes);
  if (config === null) return false;
  for (const blob of blobs) {
    let other: Buffer | null = null;
    if (blob !== null) {
      await readBlobs(repository, [blob], (_, found) => {
        other = found;
      });
    }
    if (isDeepStrictEqual(configOf(other), config)) return true;
  }
  return false;
}

/** Without a file the defaults hold; `null` where it cannot be read, which is like no other. */
function configOf(bytes: Buffer | null): Config | null {
  if (bytes === null) return defaultConfig;
  try {
    return isUtf8(bytes) ? parseConfig(bytes.toString("utf8"), CONFIG_FILE) : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
