import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { type LineCommit, mainLine } from "./main-line.js";
import type { Clone } from "./repository.js";
import { gitFailed, runGit } from "./run-git.js";

/** Paths in one git command; far below the shortest command line any system allows. */
const BATCH = 500;

/**
 * Since which day (UTC) each file has stood on the branch that ends in `commit`, by the days of its first parents
 * (`mainLine`). A file that was removed and came back counts from its return; one that is not there is not in the answer.
 */
export async function firstDays(
  repository: Clone,
  commit: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>();
  if (files.length === 0) return days;
  const line = await mainLine(repository, commit);
  for (let at = 0; at < files.length; at += BATCH) {
    const coming = await newestComings(repository, line, files.slice(at, at + BATCH));
    for (const [file, from] of coming) days.set(file, dayOf(repository, from, file));
  }
  return days;
}

/** The commit that brought each file to the branch last; files that went after that are not in the answer. */
async function newestComings(
  { directory }: Clone,
  line: readonly LineCommit[],
  files: readonly string[],
): Promise<ReadonlyMap<string, LineCommit>> {
  // Plumbing rather than `git log`, whose answer depends on the user's configuration (log.follow, diff.orderFile).
  const args = ["diff-tree", "--stdin", "--root", "-r", "-z", "--no-renames", "--name-status", "--diff-filter=AD"];
  const questions = line.map(({ commit, parent }) => (parent === null ? `${commit}\n` : `${commit} ${parent}\n`));
  const { code, stderr, stdout } = await runGit(directory, [...args, "--", ...files], questions.join(""));
  if (code !== 0) throw gitFailed(args, stderr);
  return readComings(stdout, line);
}

/** Reads `<commit>`, then `A` or `D` and a path as often as there is one, all ended by NUL; the newest commit stands first. */
function readComings(listing: string, line: readonly LineCommit[]): ReadonlyMap<string, LineCommit> {
  const byId = new Map(line.map((each) => [each.commit, each]));
  const comings = new Map<string, LineCommit>();
  const decided = new Set<string>();
  const tokens = listing.split("\0");
  let current: LineCommit | undefined;
  for (let at = 0; at < tokens.length - 1; at++) {
    const token = tokens[at] ?? "";
    if (token.length > 1) current = byId.get(token);
    else {
      const file = tokens[++at] ?? "";
      // The newest of a file's comings and goings is what counts.
      if (!decided.has(file) && token === "A" && current) comings.set(file, current);
      decided.add(file);
    }
  }
  return comings;
}

/** The day of a commit that brought a file. Throws a UserError where a shallow clone cannot tell. */
export function dayOf({ isShallow }: Clone, { parent, day }: LineCommit, file: string): string {
  // Where a shallow clone ends, every file looks new.
  if (isShallow && parent === null) {
    throw new UserError(
      "usage",
      `This clone is too shallow to tell since when ${shown(file)} has been there: ` +
        "fetch the whole history (with actions/checkout, fetch-depth: 0).",
    );
  }
  return day;
}
