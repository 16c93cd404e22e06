import { expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import { type Finding, rules } from "@schema-gate/diff";
import fc from "fast-check";
import fastJsonPatch, { type Operation } from "fast-json-patch";
import { canonicalDocuments } from "../src/detect/canonical-document.js";
import { contractPatch, unrecognisedChanges } from "../src/detect/patch.js";
import { viewChanges } from "../src/detect/view-changes.js";
import { contract, pair } from "./arbitrary-contract.js";
import { compareFixture } from "./read-fixture.js";

function compareViews(before: Contract, after: Contract): Finding[] {
  return compareFixture({ name: "", before: [before], after: [after], releasedOn: {} });
}

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

test("the patch over what differs is the patch of the whole", () => {
  const sorted = (operations: readonly object[]) => operations.map((operation) => JSON.stringify(operation)).sort();
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const whole = canonicalDocuments(before, after);
      expect(sorted(contractPatch(before, after))).toEqual(
        sorted(fastJsonPatch.compare(whole.before as object, whole.after as object)),
      );
    }),
  );
});

test("the patch leads from the before document to the after document", () => {
  // The library finds differences of a column called __proto__, but refuses to apply them.
  const applicable = pair.map((both): typeof both => JSON.parse(JSON.stringify(both).replaceAll("__proto__", "proto")));
  fc.assert(
    fc.property(applicable, ({ before, after }) => {
      const whole = canonicalDocuments(before, after);
      const patch = contractPatch(before, after) as Operation[];
      expect(fastJsonPatch.applyPatch(structuredClone(whole.before), patch, true).newDocument).toEqual(whole.after);
    }),
  );
});

test("every operation of the patch is covered by a change, and every change covers one", () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const changes = viewChanges(before, after);
      expect(unrecognisedChanges(before, after, changes)).toEqual([]);
      const operations = contractPatch(before, after).map((operation) => operation.path);
      const idle = changes.filter((change) =>
        change.covers.every(
          (pointer) => !operations.some((path) => path === pointer || path.startsWith(`${pointer}/`)),
        ),
      );
      expect(idle.map((change) => [change.kind, change.path])).toEqual([]);
    }),
  );
});

test("a change that detection misses is found by the patch and blocks as change-unrecognised", () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const changes = viewChanges(before, after);
      for (const missed of changes) {
        const unseen = unrecognisedChanges(
          before,
          after,
          changes.filter((change) => change !== missed),
        );
        const elsewhere = changes.some(
          (change) =>
            change !== missed &&
            missed.covers.every((pointer) => change.covers.some((other) => pointer.startsWith(other))),
        );
        expect(unseen.length > 0 || elsewhere).toBe(true);
      }
    }),
  );
  expect(rules.find((rule) => rule.id === "change-unrecognised")).toMatchObject({
    on: "unrecognised",
    impact: "breaking",
  });
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

test("no two findings of one comparison share an id or say the same of one place", () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const findings = compareViews(before, after);
      expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
      expect(new Set(findings.map((finding) => `${finding.rule} ${finding.path}`)).size).toBe(findings.length);
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
