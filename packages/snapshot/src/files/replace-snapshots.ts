import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Contract, keepKnown, printSnapshot, type ViewName, viewLabel, viewName } from "@schema-gate/contract";
import pMap from "p-map";
import { sortedByName } from "../by-name.js";
import { readableSnapshot } from "../history/readable-snapshot.js";
import { type LongerHistory, type Recording, recordChanges } from "../history/record-changes.js";
import type { Broken } from "../live/take-snapshot.js";
import { ifMissing } from "../system-error.js";
import { carryOut, decide, fileDigest, pathOf, type Replacement, STAGING, stagedFile } from "./replacement.js";

/** What became of the files. */
export interface Replaced {
  readonly written: readonly ViewName[];
  readonly unchanged: readonly ViewName[];
  readonly removed: readonly ViewName[];
}

/** What is to stand below the root, and what is said of it. */
export interface Replacing {
  readonly contracts: readonly Contract[];
  readonly removed: readonly ViewName[];
  /** Views that have a history alone, and are not live. */
  readonly lost: readonly ViewName[];
  /** `null` where no histories are kept. */
  readonly recording: Recording | null;
  /** Why nothing may be written of a view that would change from what its file says; `null` where nothing speaks against it. */
  readonly whyHeld?: (before: Contract, after: Contract) => Promise<string | null>;
}

const CONCURRENT_FILES = 16;

/**
 * Brings the files below `root` up to date, the caller holding the lock. All new bytes are on disk before the first file
 * is replaced; from then on the whole is done, by the next run if this one is stopped. Files whose bytes stay the same are not
 * touched, nor are those of a view whose history nobody can read: it is `broken`.
 */
export async function replaceSnapshots(
  root: string,
  { contracts, removed, lost, recording, whyHeld }: Replacing,
): Promise<Replaced & { readonly broken: readonly Broken[] }> {
  const seen = await pMap([...contracts, ...removed.map(nothing), ...lost.map(nothing)], (view) => look(root, view), {
    concurrency: CONCURRENT_FILES,
  });
  const doubted = whyHeld ? await findHeld(seen, whyHeld) : [];
  const doubtedLabels = new Set(doubted.map(({ view }) => viewLabel(view)));
  const views = seen.filter(({ view }) => !doubtedLabels.has(viewLabel(view)));
  const recorded = recording === null ? { histories: [], broken: [] } : await recordChanges(root, views, recording);
  const { histories } = recorded;
  const broken = [...doubted, ...recorded.broken];
  const held = new Set(broken.map(({ view }) => pathOf(root, view, "snapshot")));
  const free = views.filter(({ view }) => !held.has(pathOf(root, view, "snapshot")));
  const changed = free.filter(({ replaced }) => replaced !== undefined);
  // Both files of a view right after each other: whoever stops a run leaves hardly a view in between.
  const files = sortedByName([...histories.map(historyFile), ...changed.map(snapshotFile)], ({ view }) => view);
  await replaceFiles(root, files);
  const isThere = ({ after }: Seen) => after !== null;
  return {
    written: changed.filter(isThere).map(({ view }) => view),
    unchanged: free.filter((each) => isThere(each) && each.replaced === undefined).map(({ view }) => view),
    removed: removed.filter((view) => !held.has(pathOf(root, view, "snapshot"))),
    broken,
  };
}

/** One after the other: few views change in a night, and fewer lose what cannot be told from what is hidden. */
async function findHeld(seen: readonly Seen[], whyHeld: NonNullable<Replacing["whyHeld"]>): Promise<Broken[]> {
  const held: Broken[] = [];
  for (const { view, after, replaced } of seen) {
    const before = replaced == null || after === null ? null : readableSnapshot(replaced, view);
    const reason = before && after ? await whyHeld(before, after) : null;
    if (reason !== null) held.push({ view, reason });
  }
  return held;
}

/** A view, what is to stand in its file, and what stands there if that is something else. */
interface Seen {
  readonly view: ViewName;
  readonly after: Contract | null;
  readonly replaced: string | null | undefined;
}

function nothing(view: ViewName): { view: ViewName } {
  return { view };
}

async function look(root: string, given: Contract | { readonly view: ViewName }): Promise<Seen> {
  const view = "view" in given ? given.view : viewName(given);
  const current = await readFile(pathOf(root, view, "snapshot"), "utf8").catch(ifMissing(null));
  const shown = "view" in given ? null : given;
  const isKnown = current === null || current === textOf(shown);
  const after = shown === null || isKnown ? shown : keepKnown(shown, readableSnapshot(current, view));
  return { view, after, replaced: current === textOf(after) ? undefined : current };
}

function textOf(contract: Contract | null): string | null {
  return contract === null ? null : printSnapshot(contract);
}

/** A file to replace; `text` is `null` for one that goes. */
interface NewFile extends Pick<Replacement, "view" | "kind" | "before"> {
  readonly text: string | null;
}

function historyFile({ view, before, text }: LongerHistory): NewFile {
  return { view, kind: "history", before: before === null ? null : fileDigest(before), text };
}

function snapshotFile({ view, after, replaced }: Seen): NewFile {
  return { view, kind: "snapshot", before: replaced == null ? null : fileDigest(replaced), text: textOf(after) };
}

async function replaceFiles(root: string, files: readonly NewFile[]): Promise<void> {
  const staging = join(root, STAGING);
  await rm(staging, { recursive: true, force: true });
  if (files.length === 0) return;
  const replacements = files.map(({ view, kind, before, text }, index) =>
    text === null
      ? { view, kind, before, source: null, after: null }
      : { view, kind, before, source: index, after: fileDigest(text) },
  );
  try {
    await mkdir(staging);
    await pMap(files, ({ text }, index) => stage(root, index, text), { concurrency: CONCURRENT_FILES });
    const kept = files.filter(({ text }) => text !== null);
    const folders = new Set(kept.map(({ view, kind }) => dirname(pathOf(root, view, kind))));
    for (const folder of folders) await mkdir(folder, { recursive: true });
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
  await decide(root, replacements);
  await carryOut(root, replacements);
  await rm(staging, { recursive: true, force: true });
}

async function stage(root: string, index: number, text: string | null): Promise<void> {
  if (text !== null) await writeFile(stagedFile(root, index), text, { flush: true });
}
