import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { talk } from "../testing/doubles.js";

const id = "20261122_000000_00003_abcde";
const seenBy = (seen: readonly { method: string; path: string }[]) =>
  seen.map(({ method, path }) => `${method} ${path}`);

/** Resolves when the server has seen so many requests. */
async function requests(seen: readonly unknown[], count: number): Promise<void> {
  while (seen.length < count) await new Promise((resolve) => setImmediate(resolve));
}

test("a statement that hangs ends with the query time and is cancelled on the server", async () => {
  const { port, seen, clock, url } = await talk((own) => [
    { json: { id, nextUri: `${own}/1` } },
    { instead: "silent" },
    { status: 204 },
  ]);
  const result = port.query("SELECT 1");
  await requests(seen, 2);
  clock.timers.get(300_000)?.();
  await expect(result).rejects.toEqual(
    new UserError(
      "unreachable",
      `Trino at ${url} did not finish a statement within 300 s; it was cancelled. Try again, or raise \`timeouts.querySeconds\` in the profile.`,
    ),
  );
  expect(seenBy(seen)).toEqual(["POST /v1/statement", "GET /1", "DELETE /1"]);
});

test("a statement that runs and runs, page after empty page, ends with the query time too", async () => {
  const { port, seen, clock } = await talk(
    (own) => Array.from({ length: 10_000 }, (_, page) => ({ json: { id, nextUri: `${own}/${page}` } })),
    { timeouts: { connectSeconds: 10, querySeconds: 7 } },
  );
  const result = port.query("SELECT 1");
  await requests(seen, 50);
  clock.timers.get(7000)?.();
  await expect(result).rejects.toThrow("did not finish a statement within 7 s");
  expect(seen.at(-1)?.method).toBe("DELETE");
});

test("a statement that ended leaves no timer behind", async () => {
  const { port, clock } = await talk(() => [{ json: { id, data: [[1]] } }]);
  expect((await port.query("SELECT 1")).rows).toEqual([[1]]);
  expect(clock.timers.size).toBe(0);
});

test("a page the server stays silent on is asked for again", async () => {
  const { port, seen, clock } = await talk(
    (own) => [{ json: { id, nextUri: `${own}/1` } }, { instead: "silent" }, { json: { id, data: [[1]] } }],
    { timeouts: { connectSeconds: 1.5, querySeconds: 60 } },
  );
  expect((await port.query("SELECT 1")).rows).toEqual([[1]]);
  expect([seenBy(seen), clock.waits]).toEqual([["POST /v1/statement", "GET /1", "GET /1"], [100]]);
});

test("a server silent from the start is reported with the time it was given", async () => {
  const { port, url } = await talk(() => [{ instead: "silent" }], {
    timeouts: { connectSeconds: 1.5, querySeconds: 60 },
  });
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${url}: no answer within 1.5 s (sending a statement, tried once). Try again, or raise \`timeouts.connectSeconds\`.`,
    ),
  );
});

test("a caller who gives up gets an error, and the statement is cancelled on the server", async () => {
  const { port, seen, url } = await talk((own) => [
    { json: { id, nextUri: `${own}/1` } },
    { instead: "silent" },
    { status: 204 },
  ]);
  const controller = new AbortController();
  const result = port.query("SELECT 1", { signal: controller.signal });
  await requests(seen, 2);
  controller.abort();
  await expect(result).rejects.toEqual(
    new UserError("unreachable", `The work on Trino at ${url} was given up; what ran there was cancelled.`),
  );
  expect(seenBy(seen)).toEqual(["POST /v1/statement", "GET /1", "DELETE /1"]);
});

test("a caller who gave up before asking sends nothing", async () => {
  const { port, seen } = await talk(() => []);
  await expect(port.query("SELECT 1", { signal: AbortSignal.abort() })).rejects.toThrow("was given up");
  expect(seen).toEqual([]);
});

test("closing the port cancels what still runs, also when the server does not take the cancellation", async () => {
  const { port, seen } = await talk((own) => [
    { json: { id, nextUri: `${own}/1` } },
    { instead: "silent" },
    { instead: "reset" },
  ]);
  const result = port.query("SELECT 1").catch((error: unknown) => error);
  await requests(seen, 2);
  await port.close();
  expect(await result).toBeInstanceOf(UserError);
  expect(seenBy(seen)).toEqual(["POST /v1/statement", "GET /1", "DELETE /1"]);
});

test("a server that stays silent even on the cancellation is left alone after a while", async () => {
  const { port, seen, clock } = await talk((own) => [
    { json: { id, nextUri: `${own}/1` } },
    { instead: "silent" },
    { instead: "silent" },
  ]);
  const result = port.query("SELECT 1").catch((error: unknown) => error);
  await requests(seen, 2);
  clock.timers.get(300_000)?.();
  await requests(seen, 3);
  clock.timers.get(5000)?.();
  expect(await result).toBeInstanceOf(UserError);
  expect(clock.timers.size).toBe(0);
});
