import type { Git } from "./git.js";

/** One file that differs between two commits. */
export interface FileDifference {
  readonly status: "added" | "removed" | "modified" | "renamed" | "copied" | "changed";
  readonly path: string;
  readonly previousPath: string | null;
  /** The blob after; of a removed file, before. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** The hunks; null for binary files and for very large ones, where GitHub leaves them out. */
  readonly patch: string | null;
}

const letters: Readonly<Record<string, FileDifference["status"]>> = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
  C: "copied",
  T: "changed",
};

const longestPatch = 100_000;

/** What differs between two commits or trees by sha, renames found as git finds them, in git's order of paths. */
export async function differences(git: Git, before: string, after: string): Promise<readonly FileDifference[]> {
  const [raw, counts, patches] = await Promise.all([
    git.remember(["diff", "-M", "--raw", "--no-abbrev", "-z", before, after]),
    git.remember(["diff", "-M", "--numstat", "-z", before, after]),
    git.remember(["diff", "-M", "--no-color", "-p", before, after]),
  ]);
  const named = readRaw(raw);
  const numbers = readCounts(counts);
  const hunks = readPatches(patches, named);
  return named.map((one, at) => ({
    ...one,
    ...(numbers[at] ?? { additions: 0, deletions: 0 }),
    patch: hunks[at] ?? null,
  }));
}

type Named = Pick<FileDifference, "status" | "path" | "previousPath" | "sha">;

function readRaw(text: string): readonly Named[] {
  const parts = text.split("\0");
  const found: Named[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const [, , before = "", after = "", letter = ""] = (parts[at] ?? "").split(" ");
    const renamed = /^[RC]/.test(letter);
    const path = parts[at + (renamed ? 2 : 1)] ?? "";
    const status = letters[letter.slice(0, 1)];
    if (status === undefined) throw new Error(`git named an unknown difference: ${parts[at]}`);
    found.push({
      status,
      path,
      previousPath: renamed ? (parts[at + 1] ?? "") : null,
      sha: status === "removed" ? before : after,
    });
    at += renamed ? 3 : 2;
  }
  return found;
}

/** `added TAB deleted TAB path NUL`; of a rename the path is empty and both follow; of a binary file both numbers are `-`. */
function readCounts(text: string): readonly Pick<FileDifference, "additions" | "deletions">[] {
  const parts = text.split("\0");
  const found: Pick<FileDifference, "additions" | "deletions">[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const [added, deleted, path] = (parts[at] ?? "").split("\t");
    found.push({ additions: count(added), deletions: count(deleted) });
    at += path === "" ? 3 : 1;
  }
  return found;
}

const count = (text: string | undefined) => (text === undefined || text === "-" ? 0 : Number(text));

/** The hunks of each file; git prints a file that became a link, or the reverse, in two sections, GitHub without hunks. */
function readPatches(text: string, named: readonly Named[]): readonly (string | null)[] {
  const sections = text.split(/^diff --git .*\n/m).slice(1);
  return named.map(({ status }) => {
    if (status !== "changed") return hunksOf(sections.shift());
    sections.splice(0, 2);
    return null;
  });
}

function hunksOf(section: string | undefined): string | null {
  const start = section === undefined ? -1 : `\n${section}`.indexOf("\n@@ ");
  if (section === undefined || start < 0) return null;
  const patch = section.slice(start).replace(/\n$/, "");
  return patch.length > longestPatch ? null : patch;
}
