import { loadOwnersReader, viewLabel } from "@schema-gate/contract";
import type { Commits } from "../git/commits.js";
import type { TreeFile } from "../git/list-tree.js";
import { fileBelow } from "../sides/file-below.js";
import { requireUtf8 } from "../sides/file-side.js";
import { committedFiles, contractsFolder } from "../sides/git-side.js";
import { viewOfPath } from "../sides/view-of-path.js";

/** Where contracts are read: a commit, and the folder of the snapshots they stand beside. */
export interface ContractsPlace {
  readonly commit: string;
  readonly folder: string;
}

/** Who owns each of these views by its contract in a commit, on the day `asOf`; views without a contract are not in the answer. */
export async function ownersOfViews(
  commits: Commits,
  { commit, folder }: ContractsPlace,
  labels: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const owners = new Map<string, readonly string[]>();
  const root = contractsFolder(folder);
  if (labels.length === 0 || root === null) return owners;
  const wanted = new Set(labels);
  const found = contractsOf(await commits.files(commit, root), root).filter(({ label }) => wanted.has(label));
  if (found.length === 0) return owners;
  const ownersOf = await loadOwnersReader();
  const ids = found.map(({ blob }) => blob);
  await commits.readBlobs(ids, (index, bytes) => {
    const { label, file } = found[index] ?? { label: "", file: "" };
    requireUtf8(bytes, file);
    owners.set(label, ownersOf(bytes.toString(), file, asOf));
  });
  return owners;
}

function contractsOf(files: Iterable<TreeFile>, root: string): { label: string; file: string; blob: string }[] {
  return Array.from(committedFiles(files, root), ({ path, contentId }) => ({
    label: viewLabel(viewOfPath(path, root, "contract")),
    file: fileBelow(root, path),
    blob: contentId,
  }));
}
