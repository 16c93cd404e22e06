import type { Contract } from "../contract.js";
import type { History } from "./rebuild-history.js";
import type { SnapshotDocument } from "./snapshot-document.js";

/**
 * The view as it was, with the descriptions that had got lost by then: the last ones its history knows, wherever `after` has
 * one again. `CREATE OR REPLACE VIEW` drops all comments, so what is written later is a change of what was said before that.
 */
export function withLastDescriptions(before: Contract, after: Contract, history: History): Contract {
  const wanted = new Set(after.columns.filter(({ comment }) => comment).map(({ name }) => name));
  const lost = before.columns.filter(({ name, comment }) => !comment && wanted.has(name));
  const isViewLost = !before.comment && Boolean(after.comment);
  if (!isViewLost && lost.length === 0) return before;
  const states = statesOf(history);
  const told = new Map(lost.map(({ name }) => [name, lastOf(states, (state) => commentOf(state, name))]));
  return {
    ...before,
    comment: isViewLost ? lastOf(states, ({ comment }) => comment) : before.comment,
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

function lastOf(
  states: readonly SnapshotDocument[],
  textOf: (state: SnapshotDocument) => string | null,
): string | null {
  for (const state of states) {
    const text = textOf(state);
    if (text) return text;
  }
  return null;
}

function commentOf({ columns }: SnapshotDocument, name: string): string | null {
  return columns.find((column) => column.name === name)?.comment ?? null;
}
