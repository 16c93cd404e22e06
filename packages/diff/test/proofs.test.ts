import { expect, test } from "@jest/globals";
import { readerCategories, rules } from "@schema-gate/diff";
import type { Proof, ReaderProof } from "../src/catalogue/proof.js";
import type { ChangeRule } from "../src/catalogue/rule.js";

const changeRules = rules.flatMap((rule) => (rule.kind === "change" ? [[rule.id, rule] as const] : []));
const proven = changeRules.flatMap(([id, rule]) =>
  "readers" in rule.proof ? [[id, rule, rule.proof.readers] as const] : [],
);
const variants = changeRules.flatMap(([id, rule]) =>
  "readers" in rule.proof
    ? (rule.proof.variants ?? []).map((variant) => [`${id} when ${variant.when}`, rule, variant.readers] as const)
    : [],
);

/** What SQL cannot witness: words, rights, numbers of versions, promises only contracts make, and views nobody was promised. */
const told = [
  "change-unrecognised",
  "contact-changed",
  "contract-removed",
  "contract-snapshot-mismatch",
  "deletion-column-changed",
  "deletion-mode-changed",
  "deprecation-withdrawn",
  "description-changed",
  "documentation-changed",
  "draft-removed",
  "family-misnumbered",
  "frequency-lowered",
  "grain-changed",
  "latency-loosened",
  "owner-changed",
  "promise-stated",
  "promise-strengthened",
  "promise-withdrawn",
  "promised-not-delivered",
  "record-changed",
  "release-backdated",
  "release-moved",
  "retention-shortened",
  "stakeholder-changed",
  "stakeholder-readied",
  "stakeholder-removed",
  "status-lowered",
  "status-raised",
  "successor-changed",
  "support-end-moved",
  "version-deprecated",
  "version-lowered",
  "version-retired",
  "version-skipped",
];

test.each(changeRules)("%s has a proof or a scenario", (_, rule: ChangeRule) => {
  const proof: Proof | undefined = rule.proof;
  expect(proof).toBeDefined();
  if ("scenario" in proof) expect(proof.scenario).toMatch(/^[A-Z].+\.$/);
});

test("only what SQL cannot witness has a scenario", () => {
  expect(changeRules.filter(([, rule]) => "scenario" in rule.proof).map(([id]) => id)).toEqual(told);
});

test.each(proven)("%s breaks in its proof the readers it lists, and no others", (_, rule, readers) => {
  const broken = new Set(readers.filter(isBroken).map((reader) => reader.category));
  expect(readerCategories.filter((category) => broken.has(category))).toEqual(rule.breaks);
});

test.each(variants)("%s breaks only readers the rule lists, and some", (_, rule, readers) => {
  const broken = readers.filter(isBroken).map((reader) => reader.category);
  expect(broken.filter((category) => !rule.breaks.includes(category))).toEqual([]);
  expect(broken).not.toEqual([]);
});

test.each(proven)("%s shows what its impact means", (_, rule, readers) => {
  const unharmed = readers.filter((reader) => !isBroken(reader)).map((reader) => reader.category);
  if (rule.impact === "breaking") expect(readers.filter(isBroken)).not.toEqual([]);
  if (rule.impact === "risky") expect([readers.some(isBroken), unharmed.length > 0]).toEqual([true, true]);
  if (rule.impact === "additive") {
    expect(unharmed.filter((category) => category === "by-name" || category === "typed-client")).toEqual([
      "by-name",
      "typed-client",
    ]);
  }
  if (rule.impact === "neutral") expect(readers.filter(isBroken)).toEqual([]);
});

test.each(proven)(
  "%s names the view in every reader's query, and no message names a test's schema",
  (_, __, readers) => {
    for (const { sql, outcome } of readers) {
      expect(sql).toContain("{view}");
      if (typeof outcome === "object") expect(JSON.stringify(outcome)).not.toMatch(/proof_|"message":""|line \d+:/);
    }
  },
);

function isBroken({ outcome }: ReaderProof): boolean {
  return outcome !== "same";
}
