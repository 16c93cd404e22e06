import type { Contract } from "../contract.js";
import type { History } from "./rebuild-history.js";
import type { SnapshotDocument } from "./snapshot-document.js";

/** What may be unknown of a view for a while: who takes a snapshot may not see it, and `CREATE OR REPLACE VIEW` drops comments. */
const facts = ["kind", "security", "comment", "definition"] as const;

/**
 * The view as it was, with what was not known of it by then and is known of `after` again as its history knew it last: what
 * comes back is a change of what was there before it went.
 */
export function withLastKnown(before: Contract, after: Contract, history: History): Contract {
  const lost = facts.filter((fact) => !before[fact] && after[fact]);
  const commented = new Set(after.columns.filter(({ comment }) => comment).map(({ name }) => name));
  const mute = before.columns.filter(({ name, comment }) => !comment && commented.has(name));
  if (lost.length === 0 && mute.length === 0) return before;
  const states = statesOf(history);
  const known = Object.fromEntries(lost.map((fact) => [fact, lastOf(states, (state) => state[fact]) ?? before[fact]]));
  const told = new Map(mute.map(({ name }) => [name, lastOf(states, (state) => commentOf(state, name))]));
  return {
    ...before,
    ...known,
    columns: before.columns.map((column) => {
      const last = told.get(column.name);
      return last ? { ...column, comment: last } : column;
    }),
  };
}

/** Newest first. */
function statesOf({ entries, textOf }: History): readonly SnapshotDocument[] {
  const digests = new Set(entries.toReversed().flatMap(({ after }) => after ?? []));
  return Array.from(digests, (digest) => JSON.parse(textOf(digest)));
}

function lastOf<Value extends string>(
  states: readonly SnapshotDocument[],
  read: (state: SnapshotDocument) => Value | null,
): Value | null {
  for (const state of states) {
    const value = read(state);
    if (value) return value;
  }
  return null;
}

function commentOf({ columns }: SnapshotDocument, name: string): string | null {
  return columns.find((column) => column.name === name)?.comment ?? null;
}
