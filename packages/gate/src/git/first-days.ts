import { UserError } from "@schema-gate/contract";
import type { Repository } from "./repository.js";
import { askGit } from "./run-git.js";

/** Paths in one git command; far below the shortest command line any system allows. */
const BATCH = 500;

/**
 * Since which day (UTC) each file has stood on the branch that ends in `commit`, by the dates its first parents were
 * committed. A file that was removed and came back counts from its return; one that is not there is not in the answer.
 */
export async function firstDays(
  repository: Repository,
  commit: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>();
  for (let at = 0; at < files.length; at += BATCH) {
    await readDays(repository, commit, files.slice(at, at + BATCH), days);
  }
  return days;
}

async function readDays(
  repository: Repository,
  commit: string,
  files: readonly string[],
  days: Map<string, string>,
): Promise<void> {
  const history = ["-c", "log.showRoot=true", "log", "--first-parent", "--diff-merges=first-parent", "--no-renames"];
  const output = ["--diff-filter=AD", "--no-color", "--name-status", "-z", "--format=commit %ct %P"];
  const log = await askGit(repository.directory, [...history, ...output, commit, "--", ...files]);
  const decided = new Set<string>();
  const tokens = log.split(/[\0\n]+/);
  let header: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    if (token.startsWith("commit ")) header = token.split(" ");
    else if (token === "A" || token === "D") {
      const file = tokens[++at] ?? "";
      // The newest of a file's comings and goings is what counts, and the log starts with the newest.
      if (!decided.has(file) && token === "A") days.set(file, dayOf(repository, header, file));
      decided.add(file);
    }
  }
}

function dayOf({ isShallow }: Repository, [, seconds, firstParent]: readonly string[], file: string): string {
  // Where a shallow clone ends, every file looks new.
  if (isShallow && !firstParent) {
    throw new UserError(
      "usage",
      `This clone is too shallow to tell since when ${file} has been there: ` +
        "fetch the whole history (with actions/checkout, fetch-depth: 0).",
    );
  }
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}
