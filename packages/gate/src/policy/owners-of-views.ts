import { loadOwnersReader, viewLabel } from "@schema-gate/contract";
import type { Commits } from "../git/commits.js";
import type { TreeFile } from "../git/list-tree.js";
import { fileBelow } from "../sides/file-below.js";
import { requireUtf8 } from "../sides/file-side.js";
import { committedFiles, contractsFolder } from "../sides/git-side.js";
import type { SideEntry } from "../sides/side.js";
import { readOrTell } from "../sides/unreadable-file.js";
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
  const ids = found.map(({ contentId }) => contentId);
  await commits.readBlobs(ids, (index, bytes) => {
    const contract = found[index];
    if (!contract) return;
    const read = () => {
      requireUtf8(bytes, contract.file);
      owners.set(contract.label, ownersOf(bytes.toString(), contract.file, asOf));
    };
    // One that cannot be read names nobody, and must not stop the change that mends it: leads may acknowledge all the same.
    readOrTell(contract, read, () => {});
  });
  return owners;
}

function contractsOf(files: Iterable<TreeFile>, root: string): (SideEntry & { readonly label: string })[] {
  return Array.from(committedFiles(files, root), ({ path, contentId }) => {
    const name = viewOfPath(path, root, "contract");
    return { name, label: viewLabel(name), file: fileBelow(root, path), contentId };
  });
}
