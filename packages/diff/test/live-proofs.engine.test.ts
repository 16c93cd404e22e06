import { expect, test } from "@jest/globals";
import { viewLabel } from "@schema-gate/contract";
import { loadLiveJudge } from "@schema-gate/diff";
import { observeLive } from "@schema-gate/snapshot";
import { tablesRead } from "@schema-gate/sql";
import { onEachTrino } from "@schema-gate/testing";
import type { EngineProof } from "../src/catalogue/proof.js";
import { claimedOn, outcomeOf, readAnswers, storeReaderViews } from "./observe-readers.js";
import { makeProofWorld, type ProofWorld } from "./proof-world.js";

const { liveRules, judgeLive } = await loadLiveJudge();
const proven = liveRules.flatMap(({ id, proof }) => ("scenario" in proof ? [] : [[id, proof] as const]));
const settings = { asOf: "2026-11-22", losslessWidening: "breaking", loosenedFactor: 2 } as const;

onEachTrino(({ version, url }) => {
  test.concurrent.each(proven)("%s does to readers what it claims, and is what is found", async (id, proof) => {
    const world = await makeProofWorld(url);
    try {
      const observed = await play(world, proof);
      expect(observed).toEqual(
        proof.readers.map((reader) => [reader.category, reader.sql, claimedOn(version, reader)]),
      );
      expect(await foundLive(world)).toEqual([id]);
    } finally {
      await world.close();
    }
  });
});

async function play(world: ProofWorld, { before, after, readers }: EngineProof) {
  await world.run(before);
  await storeReaderViews(world, readers);
  const was = await readAnswers(world, readers);
  await world.run(after);
  const now = await readAnswers(world, readers);
  return readers.map(({ category, sql }, index) => {
    const [one, other] = [was[index], now[index]];
    if (!one || !other) throw new Error(`no answer to ${sql}`);
    return [category, sql, outcomeOf(one, other)];
  });
}

/** The rules of everything found in the public schema, of which all is taken to be committed as it is stored. */
async function foundLive(world: ProofWorld): Promise<string[]> {
  const scope = { catalog: "awsdatacatalog", schemas: [world.schema], loadTablesRead: async () => tablesRead };
  const { views } = await observeLive(world.port(), scope);
  return views.flatMap(({ view, stored, failure, derived, causes }) => {
    const given = { measured: null, unmeasured: [], earlier: null, contract: null, hasSnapshot: true };
    const cause = { table: `${world.names().other}.runs`, found: causes };
    if (failure) expect(cause.found).toEqual([cause.table]);
    expect(viewLabel(view)).toBe(world.names().view);
    return judgeLive({ ...given, view, stored, failure: failure && { ...failure, causes }, derived }, settings).map(
      ({ rule }) => rule,
    );
  });
}
