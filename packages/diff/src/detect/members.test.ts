import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { compareMembers } from "./members.js";

/** Law 5, word for word: one removed and one added, of one type, between the same surviving neighbours. */
function renamesByTheLaw(before: readonly string[], after: readonly string[], typeOf: (name: string) => string) {
  const survives = (name: string) => before.includes(name) && after.includes(name);
  const around = (names: readonly string[], at: number) => ({
    above: names.slice(0, at).findLast(survives),
    below: names.slice(at + 1).find(survives),
  });
  const lost = (names: readonly string[]) =>
    names.flatMap((name, at) => (survives(name) ? [] : [{ at, type: typeOf(name), ...around(names, at) }]));
  const [gone, come] = [lost(before), lost(after)];
  const like = <Member extends { type: string; above: string | undefined; below: string | undefined }>(
    members: readonly Member[],
    { type, above, below }: Member,
  ) => members.filter((other) => other.type === type && other.above === above && other.below === below);
  return gone.flatMap((member) => {
    const [one, ...more] = like(come, member);
    return one && more.length === 0 && like(gone, member).length === 1 ? [{ before: member.at, after: one.at }] : [];
  });
}

const names = fc.uniqueArray(fc.constantFrom(..."abcdefghijkl"), { maxLength: 8 });
const typeOf = (name: string) => (name < "f" ? "varchar" : "bigint");

test("members survive, go, come, move and are renamed as the laws say", () => {
  fc.assert(
    fc.property(names, names, (before, after) => {
      const found = compareMembers(before, after, (side, at) => typeOf((side === "before" ? before : after)[at] ?? ""));
      const renamed = renamesByTheLaw(before, after, typeOf);
      const kept = before.filter((name) => after.includes(name));
      const survivors = [...kept.map((name) => after.indexOf(name)), ...renamed.map((pair) => pair.after)];
      expect({ ...found, partner: [...found.partner] }).toEqual({
        partner: before.map((name) => after.indexOf(name)),
        renamed,
        removed: before.flatMap((name, at) =>
          after.includes(name) || renamed.some((pair) => pair.before === at) ? [] : [at],
        ),
        added: after.flatMap((name, at) =>
          before.includes(name) || renamed.some((pair) => pair.after === at)
            ? []
            : [{ at, inserted: at < Math.max(-1, ...survivors) }],
        ),
        reordered: kept.some((name, at) => at > 0 && after.indexOf(kept[at - 1] ?? "") > after.indexOf(name)),
      });
    }),
    { numRuns: 3000 },
  );
});
