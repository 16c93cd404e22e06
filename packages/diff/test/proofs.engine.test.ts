import { expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import { rules } from "@schema-gate/diff";
import { TrinoError } from "@schema-gate/snapshot";
import { onEachTrino } from "@schema-gate/testing";
import { type ProofCase, proofCases } from "../src/catalogue/proof.js";
import type { ChangeRule } from "../src/catalogue/rule.js";
import { claimedOn, outcomeOf, readAnswers, storeReaderViews } from "./observe-readers.js";
import { makeProofWorld, type ProofWorld } from "./proof-world.js";
import { compareFixture } from "./read-fixture.js";

const proven = rules.flatMap((rule) => {
  if (rule.kind !== "change" || "scenario" in rule.proof) return [];
  return proofCases(rule.proof).map((proof) => ({
    name: proof.when ? `${rule.id} when ${proof.when}` : rule.id,
    rule,
    proof,
  }));
});

onEachTrino(({ version, url }) => {
  const isRefused = ({ proof }: { proof: ProofCase }) => proof.refusedBy?.[version] !== undefined;
  const played = proven.filter((each) => !isRefused(each)).map(({ name, rule, proof }) => [name, rule, proof] as const);
  const refused = proven.filter(isRefused).map(({ name, proof }) => [name, proof] as const);

  test.concurrent.each(played)("%s does to readers what it claims, and is what is found", async (_, rule, proof) => {
    const { readers } = proof;
    const { before, after, contracts } = await inWorld(url, (world) => play(world, proof));
    const observed = readers.map(({ category, sql }, index) => [category, sql, outcomeAt(index)] as const);
    expect(observed).toEqual(readers.map((reader) => [reader.category, reader.sql, claimedOn(version, reader)]));
    expect(foundRules(rule, contracts)).toEqual([rule.id, ...(proof.alsoFound ?? [])]);

    function outcomeAt(index: number) {
      const [one, other] = [before[index], after[index]];
      if (!one || !other) throw new Error(`no answer to ${readers[index]?.sql}`);
      return outcomeOf(one, other);
    }
  });

  if (refused.length > 0)
    test.concurrent.each(refused)("%s: the server refuses to make what the proof needs", async (_, proof) => {
      const reason = await inWorld(url, (world) => refusal(world, [...proof.before, ...proof.after]));
      expect(reason).toBe(proof.refusedBy?.[version]);
    });
});

async function inWorld<Result>(url: string, work: (world: ProofWorld) => Promise<Result>): Promise<Result> {
  const world = await makeProofWorld(url);
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

/** Reads before and after, and takes a snapshot of each side as the product would. */
async function play(world: ProofWorld, proof: ProofCase) {
  await world.run(proof.before);
  await storeReaderViews(world, proof.readers);
  const contractsBefore = await world.contracts();
  const before = await readAnswers(world, proof.readers);
  await world.run(proof.after);
  const contractsAfter = await world.contracts();
  const after = await readAnswers(world, proof.readers);
  return { before, after, contracts: { before: contractsBefore, after: contractsAfter, schema: world.schema } };
}

async function refusal(world: ProofWorld, statements: readonly string[]): Promise<string | null> {
  try {
    await world.run(statements);
    return null;
  } catch (error) {
    if (error instanceof TrinoError) return error.errorName;
    throw error;
  }
}

/** The rules of all findings between both sides. */
function foundRules(
  rule: ChangeRule,
  { before, after, schema }: { before: readonly Contract[]; after: readonly Contract[]; schema: string },
): string[] {
  // Another text of the view is how a proof makes its change; only rules on the definition are about the text itself.
  const seen = (contracts: readonly Contract[]) =>
    rule.on === "definition-changed" ? contracts : contracts.map((each) => ({ ...each, definition: null }));
  const sides = { name: rule.id, before: seen(before), after: seen(after), releasedOn: {} };
  return compareFixture(sides, { isPublic: (view) => view.schema === schema }).map((finding) => finding.rule);
}
