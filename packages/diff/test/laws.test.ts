import { expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import { type Finding, rules } from "@schema-gate/diff";
import fc from "fast-check";
import fastJsonPatch from "fast-json-patch";
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

test("swapping the sides swaps what was added and what was removed", () => {
  const added = [
    "column-added",
    "column-inserted",
    "deletion-marker-added",
    "field-added",
    "field-inserted",
    "element-field-added",
  ];
  const paths = (findings: readonly Finding[], ids: readonly string[]) =>
    findings
      .filter((finding) => ids.includes(finding.rule))
      .map((finding) => finding.path)
      .sort();
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const [forth, back] = [compareViews(before, after), compareViews(after, before)];
      expect(paths(forth, added)).toEqual(paths(back, ["column-removed", "field-removed"]));
      expect(paths(forth, ["column-renamed", "field-renamed"])).toHaveLength(
        paths(back, ["column-renamed", "field-renamed"]).length,
      );
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
