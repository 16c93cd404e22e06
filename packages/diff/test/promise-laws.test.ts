import { expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import type { Finding } from "@schema-gate/diff";
import fc from "fast-check";
import fastJsonPatch from "fast-json-patch";
import { canonicalDocuments } from "../src/detect/canonical-document.js";
import { contractPatch, unrecognisedChanges } from "../src/detect/patch.js";
import { viewChanges } from "../src/detect/view-changes.js";
import { promisingPair } from "./arbitrary-promises.js";
import { compareFixture } from "./read-fixture.js";

/** Contract files have far more to differ in than snapshots, and take as much longer. */
const runs = { numRuns: 100 };

/** Views of which there are only contract files. */
function compareFiles(before: Contract, after: Contract): Finding[] {
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
    runs,
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
    runs,
  );
});

test("of contract files the patch over what differs is the patch of the whole", () => {
  const sorted = (operations: readonly object[]) => operations.map((operation) => JSON.stringify(operation)).sort();
  fc.assert(
    fc.property(promisingPair, ({ before, after }) => {
      const whole = canonicalDocuments(before, after);
      expect(sorted(contractPatch(before, after))).toEqual(
        sorted(fastJsonPatch.compare(whole.before as object, whole.after as object)),
      );
    }),
    runs,
  );
});

test("of contract files every operation of the patch is covered by a change, and every change covers one", () => {
  fc.assert(
    fc.property(promisingPair, ({ before, after }) => {
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
});

test("of contract files a change that detection misses is found by the patch and blocks as change-unrecognised", () => {
  fc.assert(
    fc.property(promisingPair, ({ before, after }) => {
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
});

test("of contract files no two findings share an id or say the same of one place", () => {
  fc.assert(
    fc.property(promisingPair, ({ before, after }) => {
      const findings = compareFiles(before, after);
      expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
      expect(new Set(findings.map((finding) => `${finding.rule} ${finding.path}`)).size).toBe(findings.length);
    }),
    runs,
  );
});
