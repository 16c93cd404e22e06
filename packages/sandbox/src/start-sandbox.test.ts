import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import type { Offer } from "./offer.js";
import type { PreparedServer } from "./server/server-launch.js";
import { prepareFirst } from "./start-sandbox.js";

const server: PreparedServer = {
  version: "476",
  source: "maven",
  launch: () => ({ files: {}, command: "true", args: [], graceSeconds: 0 }),
};
const noDocker: Offer = { source: "docker", provides: false, reason: "no Docker daemon answers" };
const provision = (toFetch: string | null, prepare: () => Promise<PreparedServer>): Offer => ({
  source: "maven",
  provides: true,
  toFetch,
  prepare,
});

async function prepare(...offers: Offer[]) {
  const told: string[] = [];
  const outcome = await prepareFirst("476", offers, (sentence) => told.push(sentence)).catch((error: unknown) => error);
  return { told, outcome };
}

test("the first source that provides is used, and only what has to be fetched is told", async () => {
  const fetched = provision("Trino 476 from Maven Central", async () => server);
  expect(await prepare(noDocker, fetched)).toEqual({
    told: ["Fetching Trino 476 from Maven Central; this is done once."],
    outcome: server,
  });
  expect(await prepare(provision(null, async () => server))).toEqual({ told: [], outcome: server });
});

test("a source that turns out to be unreachable leaves it to the next one", async () => {
  const unreachable = provision(null, async () => {
    throw new UserError("unreachable", "the line is down");
  });
  expect(
    (
      await prepare(
        unreachable,
        provision(null, async () => server),
      )
    ).outcome,
  ).toBe(server);
  expect((await prepare(noDocker, unreachable)).outcome).toEqual(
    new UserError(
      "unreachable",
      "No Trino 476 can be had here. Give the URL of one, or mend:\n- docker: no Docker daemon answers\n- maven: the line is down",
    ),
  );
});

test("a defect is not taken for a missing source", async () => {
  const defect = new TypeError("undefined is not a function");
  const broken = provision(null, async () => {
    throw defect;
  });
  expect(
    (
      await prepare(
        broken,
        provision(null, async () => server),
      )
    ).outcome,
  ).toBe(defect);
});
