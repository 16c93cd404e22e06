import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Column, Contract } from "../contract.js";
import { printSnapshot } from "../snapshot-file/print-snapshot.js";
import { applyPatch } from "./apply-patch.js";
import type { HistoryVerdict } from "./history-line.js";
import { nextLines } from "./next-lines.js";
import { parseHistory } from "./parse-history.js";
import { patchBetween } from "./patch-between.js";
import { type History, type HistoryEntry, rebuildHistory } from "./rebuild-history.js";
import { snapshotDocument } from "./snapshot-document.js";
import { stateDigest } from "./state-digest.js";
import { stateOn } from "./state-on.js";

const view = { catalog: "c", schema: "s", name: "orders_v1" };
const text = fc.option(
  fc.oneof(fc.constantFrom("a", "b", '~1/\\"é\u2028', "__proto__"), fc.string({ unit: "binary" })),
  {
    nil: null,
  },
);
const column = (name: string): fc.Arbitrary<Column> =>
  fc.record({
    name: fc.constant(name),
    type: fc.constantFrom("bigint", "varchar", "row(a bigint)"),
    nullable: fc.constantFrom(null, true, false),
    comment: text,
  });
const columnNames = ["a", "b", "c", "d", "e", "0", "-", "__proto__", "constructor", "prototype", "to/~x", "Sum Of"];
const columns = fc
  .shuffledSubarray(columnNames, { minLength: 0 })
  .chain((names) => fc.tuple(...names.map((name) => column(name))));
const state: fc.Arbitrary<Contract> = fc.record({
  catalog: fc.constant(view.catalog),
  schema: fc.constant(view.schema),
  name: fc.constant(view.name),
  kind: fc.constantFrom(null, "view", "materialized-view", "table"),
  security: fc.constantFrom(null, "definer", "invoker"),
  comment: text,
  columns,
  definition: text,
});
const stateOrNone = fc.option(state, { nil: null, freq: 5 });
const verdict = fc.constantFrom<HistoryVerdict>("block", "acknowledge", "warn", "pass");

/** A run of `snapshot`: so many days after the one before, what it saw, and what was said of it. */
interface Run {
  readonly days: number;
  readonly live: Contract | null;
  readonly verdict: HistoryVerdict;
}
const run: fc.Arbitrary<Run> = fc.record({ days: fc.nat({ max: 3 }), live: stateOrNone, verdict });

/** A repository with one view: its two files, and what the snapshot file said at the end of each day of a run. */
interface Repository {
  readonly history: string;
  readonly file: Contract | null;
  readonly day: number;
  readonly days: ReadonlyMap<string, string | null>;
}
const empty: Repository = { history: "", file: null, day: 0, days: new Map() };

function dateOf(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
}

function textOf(contract: Contract | null): string | null {
  return contract === null ? null : printSnapshot(contract);
}

function open(lines: string): History {
  return rebuildHistory(parseHistory(Buffer.from(lines), "h.jsonl"), "h.jsonl", view);
}

function taken({ history, file, day, days }: Repository, { days: later, live, verdict: said }: Run): Repository {
  const date = dateOf(day + later);
  const change = { before: file, after: live, verdict: said, date };
  const more = nextLines(history === "" ? null : open(history), change);
  return {
    history: history + more,
    file: live,
    day: day + later,
    days: history + more === "" ? days : new Map([...days, [date, textOf(live)]]),
  };
}

/** What a history says stood there on a day, as text. */
function textOn(history: History, day: string, current: Contract | null): string | null {
  const digest = stateOn(history, day, stateDigest(current));
  return digest === null ? null : history.textOf(digest);
}

test("a patch makes the one snapshot of the other, whatever is in them", () => {
  fc.assert(
    fc.property(stateOrNone, stateOrNone, (before, after) => {
      const [one, other] = [before, after].map((each) => (each === null ? null : snapshotDocument(each)));
      const patched = applyPatch(one ?? null, patchBetween(one ?? null, other ?? null));
      expect(patched === null ? null : printSnapshot(patched)).toBe(textOf(after));
    }),
  );
});

test("every past state is rebuilt byte for byte, from lines in any order and doubled", () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (runs, random) => {
      const repository = runs.reduce(taken, empty);
      const lines = repository.history.split("\n").filter((line) => line !== "");
      const mixed = [...lines, ...lines]
        .map((line) => ({ line, key: random.next().value }))
        .sort((one, other) => one.key - other.key)
        .map(({ line }) => line);
      const history = open(mixed.join("\n"));
      const shown = [...repository.days.keys()].map((day) => [day, textOn(history, day, repository.file)] as const);
      expect(new Map(shown)).toEqual(repository.days);
      expect(history.entries.map(({ id }) => id)).toEqual(open(repository.history).entries.map(({ id }) => id));
    }),
  );
});

test("the same live state again adds nothing, on whichever day", () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), run, (runs, again) => {
      const repository = runs.reduce(taken, empty);
      expect(taken(repository, { ...again, live: repository.file }).history).toBe(repository.history);
    }),
  );
});

test("what was written into the file meanwhile never makes a wrong answer: the days concerned are refused", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(run, fc.option(stateOrNone, { freq: 2 })), { maxLength: 6 }), (runs) => {
      let repository = empty;
      for (const [next, edited] of runs) {
        repository = taken({ ...repository, file: edited ?? repository.file }, next);
      }
      const history = open(repository.history);
      for (const [day, expected] of repository.days) {
        const shown = answerOf(() => textOn(history, day, repository.file));
        if (shown !== "changed by other means") expect([day, shown]).toEqual([day, expected]);
      }
    }),
  );
});

/** What is shown, or why it is refused. */
function answerOf(ask: () => string | null): string | null {
  try {
    return ask();
  } catch (error) {
    const [refusal] = /changed by other means|which was the later cannot be told/.exec((error as Error).message) ?? [];
    if (refusal === undefined) throw error;
    return refusal;
  }
}

/** Both branches saw the same live view: what is later in the one happened later for the other, too. */
test("of two branches whose lines were joined every day is told, or said to be undecided where both changed on it", () => {
  const branch = fc.array(run, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(branch, branch, branch, fc.boolean(), fc.boolean(), (trunk, left, right, isLeftKept, isLeftFirst) => {
      const base = trunk.reduce(taken, empty);
      const branches = [left.reduce(taken, base), right.reduce(taken, base)] as const;
      const added = branches.map(({ history }) => history.slice(base.history.length));
      const joined = base.history + (isLeftFirst ? added : added.toReversed()).join("");
      const kept = branches[isLeftKept ? 0 : 1].file;
      const history = open(joined);
      const alone = branches.map((each) => open(each.history).entries);
      for (let day = 0; day <= Math.max(...branches.map((each) => each.day)); day++) {
        const date = dateOf(day);
        const last = withoutFollowed(alone.map((entries) => entries.filter((entry) => entry.date <= date)));
        if (last.length === 0) continue;
        const texts = last.map(({ after }) => (after === null ? null : history.textOf(after)));
        const isLast = history.entries.every((entry) => entry.date <= date);
        const decided = isLast && texts.includes(textOf(kept)) ? textOf(kept) : "which was the later cannot be told";
        const expected = new Set(texts).size === 1 ? texts[0] : decided;
        expect([date, answerOf(() => textOn(history, date, kept))]).toEqual([date, expected]);
      }
    }),
  );
});

/** The last line of each branch, if it is of the latest day of both and the other branch does not go on from it. */
function withoutFollowed(branches: readonly (readonly HistoryEntry[])[]): HistoryEntry[] {
  const last = branches.flatMap((entries) => entries.slice(-1));
  const latest = last
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return last.filter(({ id, date }) => {
    const goesOn = branches.some((entries) => entries.some((entry) => entry.id === id) && entries.at(-1)?.id !== id);
    return date === latest && !goesOn;
  });
}
