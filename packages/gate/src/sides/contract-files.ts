import { type ContractFile, contractPath, loadContractReader, UserError, viewLabel } from "@schema-gate/contract";
import { fileEntries, type ReadFiles, requireUtf8, type SideFile } from "./file-side.js";
import type { SideEntry } from "./side.js";

/** The contract files of a side, `<catalog>/<schema>/<view>.yaml` below its `schemas/`, by the labels of their views. */
export interface ContractFiles {
  readonly entries: ReadonlyMap<string, SideEntry>;
  /** Reads the contracts of these labels. Throws a UserError naming file, line and reason. */
  read(labels: readonly string[]): Promise<ReadonlyMap<string, ContractFile>>;
  /** The texts of all of them, which nobody has parsed. */
  texts(): Promise<ReadonlyMap<string, string>>;
}

/** Contract files below `root`. */
export function contractFiles(root: string, files: Iterable<SideFile>, readFiles: ReadFiles): ContractFiles {
  return contractEntries(fileEntries(root, files, "contract"), readFiles);
}

/** Contract files known by their entries. */
export function contractEntries(entries: ReadonlyMap<string, SideEntry>, readFiles: ReadFiles): ContractFiles {
  return {
    entries,
    async read(labels) {
      const wanted = labels.map((label) => entries.get(label)).filter((entry) => entry !== undefined);
      const contracts = new Map<string, ContractFile>();
      // The reader brings the validator of the standard along.
      if (wanted.length === 0) return contracts;
      const read = await loadContractReader();
      await readFiles(wanted, (entry, bytes) => {
        requireUtf8(bytes, entry.file);
        contracts.set(viewLabel(entry.name), requireName(entry, read(bytes.toString("utf8"), entry.file)));
      });
      return contracts;
    },
    async texts() {
      const texts = new Map<string, string>();
      await readFiles([...entries.values()], ({ name }, bytes) => texts.set(viewLabel(name), bytes.toString("utf8")));
      return texts;
    },
  };
}

function requireName({ name, file }: SideEntry, read: ContractFile): ContractFile {
  const { contract, places } = read;
  if (viewLabel(contract) === viewLabel(name)) return read;
  throw new UserError(
    "usage",
    `${file}:${places.get("")?.line ?? 1}: the path says ${viewLabel(name)}, the content ${viewLabel(contract)}. ` +
      `Mend the names, or move the file to ${contractPath(contract)}.`,
  );
}
