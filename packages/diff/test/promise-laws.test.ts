import { expect, test } from "@jest/globals";
import type { Finding } from "@schema-gate/diff";
import fc from "fast-check";
import { promisingPair } from "./arbitrary-promises.js";
import { compareFiles } from "./compare-pair.js";

/** Contract files have far more to differ in than snapshots, and take as much longer. */
const runs = { numRuns: 100 };

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
