import { expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import { type Finding, rules } from "@schema-gate/diff";
import fc from "fast-check";
import fastJsonPatch from "fast-json-patch";
import { canonicalDocuments } from "../src/detect/canonical-document.js";
import { contractPatch, unrecognisedChanges } from "../src/detect/patch.js";
import { viewChanges } from "../src/detect/view-changes.js";
import { contract, pair } from "./arbitrary-contract.js";
import { promisingPair } from "./arbitrary-promises.js";
import { compareFixture } from "./read-fixture.js";

const runs = { numRuns: 500 };
/** Contract files have far more to differ in, and take as much longer. */
const fewer = { numRuns: 100 };

const kinds = [
  ["snapshots", pair, runs],
  ["contract files", promisingPair, fewer],
] as const;

function compareViews(before: Contract, after: Contract): Finding[] {
  return compareFixture({ name: "", before: [before], after: [after], releasedOn: {} });
}

/** Contract files that say all of a view, or snapshots. */
function compareFiles(before: Contract, after: Contract): Finding[] {
  if (!before.promises || !after.promises) return compareViews(before, after);
  return compareFixture({ name: "", before: [], after: [], promised: { before, after }, releasedOn: {} });
}

test("a contract compared with itself finds nothing, whatever the order of its lists and its key", () => {
  fc.assert(
    fc.property(promisingPair, ({ before }) => {
      const { promises, ...rest } = before;
      const turned = promises && {
        ...promises,
        grain: promises.grain && { columns: [...promises.grain.columns].reverse().map((name) => name.toUpperCase()) },
        latency: [...promises.latency].reverse(),
        support: [...promises.support].reverse(),
        documentation: [...promises.documentation].reverse(),
        stakeholders: [...promises.stakeholders].reverse(),
      };
      expect(compareFiles(before, { ...rest, ...(turned && { promises: turned }) })).toEqual([]);
    }),
    fewer,
  );
});

test("of two contracts one way, what is looser by time is tighter the other way", () => {
  const looser = ["latency-loosened", "frequency-lowered", "retention-shortened"];
  fc.assert(
    fc.property(promisingPair, ({ before, after }) => {
      const [forth, back] = [compareFiles(before, after), compareFiles(after, before)];
      const kept = (findings: readonly Finding[], ids: readonly string[]) =>
        findings
          .filter((finding) => ids.includes(finding.rule) && finding.before !== null && finding.after !== null)
          .map((finding) => finding.path)
          .sort();
      expect(kept(forth, looser)).toEqual(kept(back, ["promise-strengthened"]));
    }),
    fewer,
  );
});

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
    runs,
  );
});

test.each(kinds)("of %s the patch over what differs is the patch of the whole", (_, pairs, some) => {
  const sorted = (operations: readonly object[]) => operations.map((operation) => JSON.stringify(operation)).sort();
  fc.assert(
    fc.property(pairs, ({ before, after }) => {
      const whole = canonicalDocuments(before, after);
      expect(sorted(contractPatch(before, after))).toEqual(
        sorted(fastJsonPatch.compare(whole.before as object, whole.after as object)),
      );
    }),
    some,
  );
});

test.each(kinds)(
  "of %s every operation of the patch is covered by a change, and every change covers one",
  (_, pairs, some) => {
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
      some,
    );
  },
);

test.each(kinds)(
  "of %s a change that detection misses is found by the patch and blocks as change-unrecognised",
  (_, pairs, some) => {
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
      some,
    );
    expect(rules.find((rule) => rule.id === "change-unrecognised")).toMatchObject({
      on: "unrecognised",
      impact: "breaking",
    });
  },
);

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
    runs,
  );
});

test.each(kinds)("of %s no two findings share an id or say the same of one place", (_, pairs, some) => {
  fc.assert(
    fc.property(pairs, ({ before, after }) => {
      const findings = compareFiles(before, after);
      expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
      expect(new Set(findings.map((finding) => `${finding.rule} ${finding.path}`)).size).toBe(findings.length);
    }),
    some,
  );
});

test("a rename never softens: it is breaking, and its path is the name that went", () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const renames = compareViews(before, after).filter((finding) => finding.rule.endsWith("-renamed"));
      expect(renames.filter((finding) => finding.impact !== "breaking" || finding.breaks.length === 0)).toEqual([]);
    }),
    runs,
  );
});
