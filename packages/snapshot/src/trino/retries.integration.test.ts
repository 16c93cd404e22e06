import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { aProfile } from "../testing/a-profile.js";
import { aDouble, stoppedClock, talk } from "../testing/doubles.js";
import type { Reply } from "../testing/statement-double.js";
import { openTrino } from "./open-trino.js";
import { retryDelay } from "./retry-delay.js";

const id = "20261122_000000_00002_abcde";
const columns = [{ name: "total", type: "bigint", typeSignature: { rawType: "bigint", arguments: [] } }];
const last: Reply = { json: { id, columns, data: [[1]] } };
const methods = (seen: readonly { method: string }[]) => seen.map(({ method }) => method).join(" ");

test.each<[string, Reply]>([
  ["503", { status: 503 }],
  ["502", { status: 502 }],
  ["504", { status: 504 }],
  ["a connection cut", { instead: "reset" }],
  ["a truncated body", { ...last, truncated: true }],
  ["a truncated compressed body", { ...last, truncated: true, gzip: true }],
])("%s, three times over, on a page is survived", async (_, fault) => {
  const { port, seen, clock } = await talk((url) => [{ json: { id, nextUri: `${url}/1` } }, fault, fault, fault, last]);
  expect((await port.query("SELECT 1")).rows).toEqual([[1]]);
  expect(methods(seen)).toBe("POST GET GET GET GET");
  expect(clock.waits).toEqual([100, 200, 400]);
});

test("a statement is sent again after 503 and 429, which say that it was not accepted", async () => {
  const { port, seen, clock } = await talk(() => [{ status: 503 }, { status: 429 }, last]);
  expect((await port.query("SELECT 1")).rows).toEqual([[1]]);
  expect(methods(seen)).toBe("POST POST POST");
  expect(clock.waits).toEqual([100, 200]);
});

test.each<[string, Reply, string]>([
  ["502", { status: 502 }, "it answered HTTP 502"],
  ["504", { status: 504 }, "it answered HTTP 504"],
  ["500", { status: 500 }, "it answered HTTP 500"],
  ["501", { status: 501 }, "it answered HTTP 501"],
])("a statement that may be running is not sent again: %s", async (_, fault, reason) => {
  const { port, seen, url } = await talk(() => [fault, last]);
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${url}: ${reason} (sending a statement, tried once). Try again when the server is well.`,
    ),
  );
  expect(methods(seen)).toBe("POST");
});

test("a statement whose connection breaks is not sent again", async () => {
  const { port, seen, url } = await talk(() => [{ instead: "reset" }, last]);
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${url}: ECONNRESET (sending a statement, tried once). Check the address in the profile and that the server runs.`,
    ),
  );
  expect(methods(seen)).toBe("POST");
});

test("a request the server finds wrong is not sent again", async () => {
  const { port, seen, url } = await talk(() => [{ status: 400, text: "User must be set" }, last]);
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${url}: it answered HTTP 400 (sending a statement, tried once). Check the address, the user and the headers in the profile.`,
    ),
  );
  expect(methods(seen)).toBe("POST");
});

test("Retry-After is honoured, in seconds", async () => {
  const { port, clock } = await talk((url) => [
    { status: 429, headers: { "retry-after": "3" } },
    { json: { id, nextUri: `${url}/1` } },
    { status: 503, headers: { "retry-after": "0" } },
    last,
  ]);
  expect((await port.query("SELECT 1")).rows).toEqual([[1]]);
  expect(clock.waits).toEqual([3000, 0]);
});

test("Retry-After may be a date; one in the past or not understood counts as none", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  const delay = (retryAfter: string) => retryDelay({ status: 429, code: null, retryAfter }, "GET", 1, now);
  expect(delay("Sun, 22 Nov 2026 10:00:07 GMT")).toBe(7000);
  expect(delay("Sun, 22 Nov 2026 09:00:00 GMT")).toBe(0);
  expect(delay("soon")).toBe(100);
});

test.each([
  ["more than an hour", "3601"],
  ["more than a timer can hold", "9".repeat(400)],
  ["a day far off", "Sun, 22 Nov 9998 10:00:00 GMT"],
])("Retry-After of %s is an hour at most", (_, retryAfter) => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  expect(retryDelay({ status: 429, code: null, retryAfter }, "GET", 1, now)).toBe(3_600_000);
});

test.each(["-5", "1e3", "1.5", "", "Sunday", "NaN, 99 Xyz 2026 GMT"])(
  "Retry-After: %p counts as none",
  (retryAfter) => {
    const now = Date.parse("2026-11-22T10:00:00Z");
    expect(retryDelay({ status: 429, code: null, retryAfter }, "GET", 2, now)).toBe(200);
  },
);

test("a page that never comes ends after six tries, the statement is cancelled, and the message says what was tried", async () => {
  const bad = { status: 503 };
  const { port, seen, clock, url } = await talk((own) => [
    { json: { id, nextUri: `${own}/1` } },
    ...[bad, bad, bad, bad, bad, bad],
    { status: 204 },
  ]);
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${url}: it answered HTTP 503 (fetching a result, tried 6 times). Try again when the server is well.`,
    ),
  );
  expect(clock.waits).toEqual([100, 200, 400, 800, 1600]);
  expect(seen.slice(-1).map(({ method, path }) => [method, path])).toEqual([["DELETE", "/1"]]);
});

test("a server that is not there is tried six times", async () => {
  const gone = await aDouble(() => []);
  await gone.close();
  const clock = stoppedClock();
  const port = openTrino(aProfile(gone.url), {}, { clock });
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${gone.url}: ECONNREFUSED (sending a statement, tried 6 times). Check the address in the profile and that the server runs.`,
    ),
  );
  expect(clock.waits).toEqual([100, 200, 400, 800, 1600]);
});
