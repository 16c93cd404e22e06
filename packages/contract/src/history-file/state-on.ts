import { UserError } from "../user-error.js";
import { historyError, type RecordedLine } from "./parse-history.js";
import type { History, HistoryEntry } from "./rebuild-history.js";

/**
 * The lines that no other line up to a day follows: one, or after a merge those of each branch. Branches saw the same live
 * Trino, so of several only the latest day's say what stood there in the end.
 */
export function latestLines<Line extends RecordedLine>(lines: readonly Line[]): readonly Line[] {
  const followed = new Set(lines.flatMap(({ follows }) => follows));
  const latest = lines
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return lines.filter(({ id, date }) => date === latest && !followed.has(id));
}

/**
 * The digest of a view's snapshot at the end of a day (UTC); `null` when there was none. `current` is that of the file as it
 * stands, which tells what two branches that were merged left open. Throws a UserError (`usage`) for a day before the
 * history begins, and where the history cannot decide.
 */
export function stateOn(history: History, day: string, current: string | null): string | null {
  const { entries, file } = history;
  const [first] = entries;
  if (first === undefined || day < first.date) throw new UserError("usage", tooEarly(first, day, file));
  const until = entries.filter(({ date }) => date <= day);
  const latest = latestLines(until);
  const states = new Set(latest.map(({ after }) => after));
  const [state = null, another] = states;
  if (another !== undefined) {
    if (until.length === entries.length && states.has(current)) return current;
    throw undecided(file, latest);
  }
  requireSeen(history, latest, day);
  return state;
}

function tooEarly(first: HistoryEntry | undefined, day: string, file: string): string {
  if (first === undefined) return `${file} holds no line; it begins with the next change.`;
  return `${file} begins on ${first.date}: what stood there on ${day} it does not know. Ask git for the file of that day.`;
}

function undecided(file: string, latest: readonly HistoryEntry[]): UserError {
  const [first = 1, ...others] = latest.map(({ line }) => line).sort((one, other) => one - other);
  const places = `lines ${[first, ...others.slice(0, -1)].join(", ")} and ${others.at(-1)}`;
  const branches = "come from branches that were merged: which was the later cannot be told.";
  return historyError(file, first, `${places}, all of ${latest[0]?.date}, ${branches}`);
}

/** A change that was found in the file came on some day since the line it follows: in between nothing is known. */
function requireSeen({ entries, file }: History, latest: readonly HistoryEntry[], day: string): void {
  const ids = new Set(latest.map(({ id }) => id));
  const found = entries.find(
    ({ verdict, date, follows }) => verdict === null && date > day && follows.some((id) => ids.has(id)),
  );
  if (found === undefined) return;
  const span = `between ${latest[0]?.date} and ${found.date}`;
  throw historyError(
    file,
    found.line,
    `the snapshot was changed by other means than schema-diff snapshot ${span}, on which day is not known.`,
  );
}
