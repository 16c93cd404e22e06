import { statSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "@schema-gate/contract";
import { findCommit, requireCommit } from "../git/find-commit.js";
import { openRepository, type Repository } from "../git/repository.js";
import { shown } from "../shown.js";
import { type BundleSide, bundleSide } from "./bundle-side.js";
import { directorySide, directorySides } from "./directory-side.js";
import { gitSide } from "./git-side.js";
import { gitSides } from "./git-sides.js";
import { readAhead } from "./read-ahead.js";
import { readBundle } from "./read-bundle.js";
import type { Side, Sides } from "./side.js";
import type { FileSideSpec } from "./side-spec.js";
import { worktreeSide } from "./worktree-side.js";

type PathSideSpec = Extract<FileSideSpec, { kind: "path" }>;
type RepositorySideSpec = Exclude<FileSideSpec, { kind: "path" }>;

/** The id of the tree without files, which git knows in every repository: what a repository without commits differs from. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** Opens both sides of a comparison; paths and the repository are looked for from `cwd`. */
export async function openSides(before: FileSideSpec, after: FileSideSpec, cwd: string): Promise<Sides> {
  if (before.kind !== "path" && after.kind !== "path") {
    return openRepositorySides(before, after, await openRepository(cwd));
  }
  if (isDirectory(before, cwd) && isDirectory(after, cwd)) return directorySides(before.path, after.path, cwd);
  const ahead = after.kind === "path" ? await readAhead(resolve(cwd, after.path)) : null;
  const opened = await openSide(before, cwd);
  if (after.kind !== "path" || !ahead) return { before: opened, after: await openSide(after, cwd) };
  return { before: opened, after: bundleSide(after.path, await ahead(), isBundle(opened) ? opened : undefined) };
}

/** Opens one side. */
export async function openSide(spec: FileSideSpec, cwd: string): Promise<Side> {
  return spec.kind === "path" ? pathSide(spec.path, cwd) : repositorySide(spec, await openRepository(cwd));
}

async function openRepositorySides(
  before: RepositorySideSpec,
  after: RepositorySideSpec,
  repository: Repository,
): Promise<Sides> {
  const [one, other] = await Promise.all([commitOf(before, repository), commitOf(after, repository)]);
  const areCommits = before.kind === "git" && after.kind === "git";
  if (areCommits && before.folder === after.folder) return gitSides(repository, one, other, before.folder);
  const sides = await Promise.all([sideAt(before, repository, one), sideAt(after, repository, other)]);
  return { before: sides[0], after: sides[1] };
}

async function repositorySide(spec: RepositorySideSpec, repository: Repository): Promise<Side> {
  return sideAt(spec, repository, await commitOf(spec, repository));
}

/** The commit a side is, or that a working tree is told by. */
async function commitOf(spec: RepositorySideSpec, repository: Repository): Promise<string> {
  if (spec.kind === "git") return requireCommit(repository, spec.revision);
  return (await findCommit(repository, "HEAD")) ?? EMPTY_TREE;
}

function sideAt({ kind, folder }: RepositorySideSpec, repository: Repository, commit: string): Promise<Side> {
  return kind === "git" ? gitSide(repository, commit, folder) : worktreeSide(repository, commit, folder);
}

function pathSide(path: string, cwd: string): Side {
  const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
  if (stat === undefined) {
    const kinds = "a directory of snapshots, a bundle, git:<revision>, worktree: or live:<profile>";
    throw new UserError("usage", `There is no ${shown(path)}; name ${kinds}.`);
  }
  return stat.isDirectory() ? directorySide(path, cwd) : bundleSide(path, readBundle(path, cwd));
}

function isDirectory(spec: FileSideSpec, cwd: string): spec is PathSideSpec {
  return spec.kind === "path" && statSync(resolve(cwd, spec.path), { throwIfNoEntry: false })?.isDirectory() === true;
}

function isBundle(side: Side): side is BundleSide {
  return side.kind === "bundle";
}
