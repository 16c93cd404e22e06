import type { Clone } from "./repository.js";
import { askGit } from "./run-git.js";

/** A commit that stood on a branch itself: what it came after, and the earliest day it can have come. */
export interface LineCommit {
  readonly commit: string;
  /** `null` where history, or a shallow clone of it, begins. */
  readonly parent: string | null;
  /** UTC. */
  readonly day: string;
}

/** Far enough for any date that is meant; a support window after it is still a date. */
const LATEST = Date.UTC(9000, 0, 1) / 1000;

/**
 * The first parents of `commit`, itself first. Whoever commits writes the date, so none is believed to be earlier than that
 * of the commit it came after. A date in the future is believed and moves all that came after it: for a support window,
 * later is safe. What git cannot show is when a commit was pushed: on a branch where nothing happened for months, a backdated
 * commit that is pushed straight onto it counts from the last day something did.
 */
export async function mainLine({ directory }: Clone, commit: string): Promise<readonly LineCommit[]> {
  const listing = await askGit(directory, ["rev-list", "--first-parent", "--timestamp", commit]);
  const lines = listing.trimEnd().split("\n").reverse();
  let latest = 0;
  let parent: string | null = null;
  const line: LineCommit[] = [];
  for (const entry of lines) {
    const [seconds, id = ""] = entry.split(" ");
    latest = Math.min(Math.max(latest, Number(seconds)), LATEST);
    line.push({ commit: id, parent, day: new Date(latest * 1000).toISOString().slice(0, 10) });
    parent = id;
  }
  return line.reverse();
}
