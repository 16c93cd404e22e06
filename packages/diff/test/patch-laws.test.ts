import { expect, test } from "@jest/globals";
import { rules } from "@schema-gate/diff";
import fc from "fast-check";
import fastJsonPatch, { type Operation } from "fast-json-patch";
import { canonicalDocuments } from "../src/detect/canonical-document.js";
import { contractPatch, unrecognisedChanges } from "../src/detect/patch.js";
import { viewChanges } from "../src/detect/view-changes.js";
import { pair } from "./arbitrary-contract.js";
import { promisingPair } from "./arbitrary-promises.js";
import { compareFiles, compareViews } from "./compare-pair.js";

const kinds = [
  { kind: "snapshots", pairs: pair, compare: compareViews, runs: {} },
  // They have far more to differ in than snapshots, and take as much longer.
  { kind: "contract files", pairs: promisingPair, compare: compareFiles, runs: { numRuns: 100 } },
] as const;

test.each(kinds)("of $kind the patch over what differs is the patch of the whole", ({ pairs, runs }) => {
  const sorted = (operations: readonly object[]) => operations.map((operation) => JSON.stringify(operation)).sort();
  fc.assert(
    fc.property(pairs, ({ before, after }) => {
      const whole = canonicalDocuments(before, after);
      expect(sorted(contractPatch(before, after))).toEqual(
        sorted(fastJsonPatch.compare(whole.before as object, whole.after as object)),
      );
    }),
    runs,
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

test.each(kinds)(
  "of $kind every operation of the patch is covered by a change, and every change covers one",
  ({ pairs, runs }) => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
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
      runs,
    );
  },
);

test.each(kinds)(
  "of $kind a change that detection misses is found by the patch and blocks as change-unrecognised",
  ({ pairs, runs }) => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
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
      runs,
    );
    expect(rules.find((rule) => rule.id === "change-unrecognised")).toMatchObject({
      on: "unrecognised",
      impact: "breaking",
    });
  },
);

test.each(kinds)(
  "of $kind no two findings of one comparison share an id or say the same of one place",
  ({ pairs, compare, runs }) => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const findings = compare(before, after);
        expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
        expect(new Set(findings.map((finding) => `${finding.rule} ${finding.path}`)).size).toBe(findings.length);
      }),
      runs,
    );
  },
);
