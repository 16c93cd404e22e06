import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Contract, printBundle, printSnapshot, snapshotPath } from "@schema-gate/contract";
import { evolve, makeCatalogue } from "./catalogue.js";
import { inputFormats } from "./peers/input-formats.js";

/** The size all bounds are for. */
export const VIEWS = 10_000;
export const COLUMNS = 50;

/** Writes into `folder` what is measured, for peers a catalogue of so many views; in a process of its own, so that what measures stays small. */
export function writeInputs(folder: string, peerViews: number | null): void {
  const size = peerViews === null ? [] : [`${peerViews}`];
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), folder, ...size], { stdio: "inherit" });
}

/** `before`, `some` (1 % of the views changed) and `all` (every view changed) as bundles, directories and commits of `repository`. */
function writeOwn(folder: string): void {
  const before = makeCatalogue(VIEWS, COLUMNS);
  const some = evolve(before, (view) => view % 100 === 0);
  for (const [name, views] of [
    ["before", before],
    ["some", some],
    ["all", evolve(before, () => true)],
  ] as const) {
    writeFileSync(join(folder, `${name}.json`), printBundle(views));
    writeSnapshots(join(folder, name), views);
  }
  const repository = join(folder, "repository");
  mkdirSync(repository);
  git(repository, "init", "--quiet", "--initial-branch=main");
  // Nothing may tidy up in the background while it is measured.
  git(repository, "config", "gc.auto", "0");
  for (const [tag, views] of [
    ["before", before],
    // A few views of each hundred happen to change in nothing: of these, exactly a hundred files differ.
    ["hundred", hundredChanged(before)],
  ] as const) {
    rmSync(join(repository, "snapshots"), { recursive: true, force: true });
    writeSnapshots(join(repository, "snapshots"), views);
    git(repository, "add", "--all");
    git(repository, "commit", "--quiet", `--message=${tag}`);
    git(repository, "tag", tag);
  }
  // As a fresh clone has it.
  git(repository, "gc", "--quiet");
}

function hundredChanged(before: readonly Contract[]): Contract[] {
  const later = evolve(before, (view) => view % 90 === 0);
  const known = new Map(before.map((view) => [view.name, view]));
  const kept = new Set(later.map(({ name }) => name));
  let left = 100 - before.filter(({ name }) => !kept.has(name)).length;
  return later.flatMap((view) => {
    const was = known.get(view.name);
    if (was === view || (was && printSnapshot(was) === printSnapshot(view))) return [view];
    if (left-- > 0) return [view];
    return was ? [was] : [];
  });
}

function writeSnapshots(folder: string, views: readonly Contract[]): void {
  for (const view of views) {
    const file = join(folder, snapshotPath(view));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, printSnapshot(view));
  }
}

function git(cwd: string, ...args: readonly string[]): void {
  const names = { GIT_AUTHOR_NAME: "Ada", GIT_COMMITTER_NAME: "Ada" };
  const mails = { GIT_AUTHOR_EMAIL: "ada@example.com", GIT_COMMITTER_EMAIL: "ada@example.com" };
  const config = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  execFileSync("git", args, { cwd, env: { ...process.env, ...names, ...mails, ...config }, stdio: "inherit" });
}

/** Both sides in every language a peer reads, every view changed. */
function writePeers(folder: string, views: number): void {
  const before = makeCatalogue(views, COLUMNS);
  const sides = { before, after: evolve(before, () => true) };
  for (const [side, contracts] of Object.entries(sides)) {
    writeFileSync(join(folder, `${side}.json`), printBundle(contracts));
    writeSnapshots(join(folder, "snapshots", side), contracts);
    for (const [file, render] of Object.entries(inputFormats)) {
      const place = join(folder, file.replace("SIDE", side));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, render(contracts));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = ".", peerViews] = process.argv.slice(2);
  if (peerViews === undefined) writeOwn(folder);
  else writePeers(folder, Number(peerViews));
}
