import { realpath } from "node:fs/promises";
import path from "node:path";
import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { type Commits, commitsOfClone } from "./commits.js";
import { runGit } from "./run-git.js";

/** A git repository on this machine; `workTree` is where its files are checked out, `null` in a bare one. */
export interface Clone {
  readonly directory: string;
  readonly workTree: string | null;
  readonly isShallow: boolean;
}

/** A clone, and what is asked of its commits. */
export type Repository = Clone & Commits;

/** Finds the repository that `directory` belongs to. Throws a UserError if there is none. */
export async function openRepository(directory: string): Promise<Repository> {
  const cwd = await realpath(directory).catch((cause: unknown) => {
    throw new UserError("usage", `There is no directory ${shown(directory)}.`, { cause });
  });
  const questions = ["--show-object-format", "--is-shallow-repository", "--is-inside-work-tree", "--show-cdup"];
  const { code, stderr, stdout } = await runGit(cwd, ["rev-parse", ...questions]);
  if (code !== 0) {
    const reason = shown(stderr.trim().replace(/^fatal: /, ""), 1000);
    if (reason.startsWith("not a git repository")) {
      const where = `${shown(directory)} is in no git repository`;
      throw new UserError("usage", `${where}; run it in a clone of the one that holds the snapshots.`);
    }
    throw new UserError("usage", `Cannot use ${shown(directory)} as a git repository: ${reason}`);
  }
  const [format, isShallow, isInside, up = ""] = stdout.split("\n");
  if (format !== "sha1") {
    throw new UserError(
      "usage",
      `${shown(directory)} names its objects by ${format}; only sha1 repositories are read.`,
    );
  }
  const workTree = isInside === "true" ? path.resolve(cwd, up) : null;
  const clone = { directory: workTree ?? cwd, workTree, isShallow: isShallow === "true" };
  return { ...clone, ...commitsOfClone(clone) };
}
