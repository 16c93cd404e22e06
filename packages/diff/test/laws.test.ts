import { expect, test } from "@jest/globals";
import type { Finding } from "@schema-gate/diff";
import fc from "fast-check";
import { contract, pair } from "./arbitrary-contract.js";
import { compareViews } from "./compare-pair.js";
import { compareFixture } from "./read-fixture.js";

test("a view compared with itself finds nothing, however its types and names are spelt", () => {
  const spellings: [RegExp, string][] = [
    [/\binteger\b/g, "INT"],
    [/\bdouble\b/g, "double  PRECISION"],
    [/\btimestamp\(3\)/g, "TIMESTAMP"],
    [/, /g, " ,\n"],
  ];
  const respell = (text: string) =>
    text.includes('"') ? text : spellings.reduce((type, [from, to]) => type.replace(from, to), text);
  fc.assert(
    fc.property(contract, (view) => {
      const respelt = { ...view, columns: view.columns.map((column) => ({ ...column, type: respell(column.type) })) };
      expect(compareViews(view, view)).toEqual([]);
      expect(compareViews(view, respelt)).toEqual([]);
    }),
  );
});

/** What one comparison calls the first, the comparison of the swapped sides calls the second, at the same paths. */
const mirrored = [
  [
    [
      "column-added",
      "column-inserted",
      "deletion-marker-added",
      "field-added",
      "field-inserted",
      "element-field-added",
    ],
    ["column-removed", "field-removed"],
  ],
  [["required-added"], ["required-removed"]],
  [["description-added"], ["description-removed"]],
  [["column-array-introduced"], ["column-array-dissolved"]],
] as const;

const opposite: Record<string, string> = { widened: "narrowed", narrowed: "widened", unrelated: "unrelated" };

/** Where a difference is the same fact from both sides: its place and values, and its relation. */
function turnable(findings: readonly Finding[], swapped: boolean): string[] {
  return findings
    .filter(({ rule }) => /-(type-changed|key-changed|reordered)$|^(kind|security|description)-changed$/.test(rule))
    .map(({ rule, path, before, after, relation = null }) =>
      swapped ? [rule, path, after, before, relation && opposite[relation]] : [rule, path, before, after, relation],
    )
    .map((each) => JSON.stringify(each))
    .sort();
}

test("swapping the sides mirrors every finding", () => {
  const paths = (findings: readonly Finding[], ids: readonly string[]) =>
    findings.flatMap(({ rule, path }) => (ids.includes(rule) ? [path] : [])).sort();
  const renames = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule.endsWith("-renamed")).length;
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const [forth, back] = [compareViews(before, after), compareViews(after, before)];
      for (const [one, other] of mirrored) {
        expect(paths(forth, one)).toEqual(paths(back, other));
        expect(paths(forth, other)).toEqual(paths(back, one));
      }
      expect(turnable(forth, false)).toEqual(turnable(back, true));
      expect(renames(forth)).toBe(renames(back));
    }),
  );
});

test("swapping the sides swaps the views that came and went", () => {
  fc.assert(
    fc.property(fc.uniqueArray(contract, { selector: ({ name }) => name }), contract, (views, other) => {
      const numbered = views.map((view, index) => ({ ...view, name: `evergreen_x${index}_v1` }));
      const sides = { name: "", releasedOn: {} };
      const came = compareFixture({ ...sides, before: [other], after: [other, ...numbered] });
      const went = compareFixture({ ...sides, before: [other, ...numbered], after: [other] });
      const names = (findings: readonly Finding[], id: string) =>
        findings.map(({ rule, view }) => [rule === id, view?.name]);
      expect(names(came, "view-added")).toEqual(numbered.map(({ name }) => [true, name]));
      expect(names(went, "view-removed")).toEqual(numbered.map(({ name }) => [true, name]));
    }),
  );
});

test("a rename never softens: it is breaking, and its path is the name that went", () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const renames = compareViews(before, after).filter((finding) => finding.rule.endsWith("-renamed"));
      expect(renames.filter((finding) => finding.impact !== "breaking" || finding.breaks.length === 0)).toEqual([]);
    }),
  );
});
