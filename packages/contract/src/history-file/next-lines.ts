import type { Contract } from "../contract.js";
import type { HistoryLine, HistoryVerdict } from "./history-line.js";
import { patchBetween } from "./patch-between.js";
import { lineId, printHistoryLine } from "./print-history-line.js";
import type { History, HistoryEntry } from "./rebuild-history.js";
import { type SnapshotDocument, snapshotDocument } from "./snapshot-document.js";
import { stateDigest } from "./state-digest.js";
import { latestLines } from "./state-on.js";

/** One change of a view, about to be recorded. */
export interface RecordedChange {
  /** What the snapshot file says; `null` when there is none, `undefined` when it cannot be read. */
  readonly before: Contract | null | undefined;
  readonly after: Contract | null;
  readonly verdict: HistoryVerdict;
  /** Today, UTC. */
  readonly date: string;
}

/**
 * The lines to add to a history, each with its line feed; empty when it already ends with the state after. A file that was
 * changed by other means is recorded as found first. `history` is `null` where none was begun.
 */
export function nextLines(history: History | null, { before, after, verdict, date }: RecordedChange): string {
  const end = endOf(history, stateDigest(before ?? null));
  const lines = new Lines(end, date);
  if (before !== undefined && !end.fits(before)) lines.add(before, null);
  // From a file that nobody can read to what is there now: that there was a change is known, but not what it was.
  lines.add(after, before === undefined ? null : verdict);
  return lines.text;
}

interface End {
  readonly follows: readonly string[];
  readonly date: string;
  readonly state: SnapshotDocument | null;
  readonly fits: (state: Contract | null) => boolean;
}

/** Where the next line goes on from: all ends that merges left, first the one that has the state of the file. */
function endOf(history: History | null, digest: string | null): End {
  const entries = history?.entries ?? [];
  const latest = latestLines(entries);
  const chosen = latest.find(({ after }) => after === digest) ?? latest.at(-1);
  const after = chosen?.after ?? null;
  const state = history === null || after === null ? null : JSON.parse(history.textOf(after));
  return {
    follows: chosen === undefined ? [] : [chosen.id, ...otherEnds(entries, chosen)],
    date: chosen?.date ?? "",
    state,
    fits: (other) => stateDigest(other) === after,
  };
}

function otherEnds(entries: readonly HistoryEntry[], chosen: HistoryEntry): string[] {
  const followed = new Set(entries.flatMap(({ follows }) => follows));
  return entries.map(({ id }) => id).filter((id) => id !== chosen.id && !followed.has(id));
}

class Lines {
  text = "";
  private follows: readonly string[];
  private state: SnapshotDocument | null;
  private readonly date: string;

  /** A clock that was set back does not take the order from the lines. */
  constructor(end: End, date: string) {
    this.follows = end.follows;
    this.state = end.state;
    this.date = date < end.date ? end.date : date;
  }

  add(after: Contract | null, verdict: HistoryLine["verdict"]): void {
    const state = after === null ? null : snapshotDocument(after);
    const patch = patchBetween(this.state, state);
    if (patch.length === 0) return;
    const { date, follows } = this;
    const line = printHistoryLine({ formatVersion: 1, date, verdict, follows, after: stateDigest(after), patch });
    this.text += `${line}\n`;
    this.follows = [lineId(line)];
    this.state = state;
  }
}
