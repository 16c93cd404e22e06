import type { Config } from "@schema-gate/contract";

/** A file below `waivers/`, not read yet: one that cannot be read is a finding, not an error. `null` is not UTF-8. */
export interface WaiverFile {
  readonly file: string;
  readonly text: string | null;
}

/** What the gate is told to do, and by whom: `policyCommit` is where it was read, `null` for files on disk. */
export interface Policy {
  readonly config: Config;
  readonly policyCommit: string | null;
  readonly waivers: readonly WaiverFile[];
}

export const CONFIG_FILE = "schema-gate.yaml";
export const WAIVERS_FOLDER = "waivers";

/** Files that may stand among waivers without being one. */
export function isNoWaiver(path: string): boolean {
  return path.startsWith(".") || path.includes("/.") || path === "README.md";
}
