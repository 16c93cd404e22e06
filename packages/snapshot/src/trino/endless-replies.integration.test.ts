import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { aProfile } from "../testing/a-profile.js";
import { stoppedClock, talk } from "../testing/doubles.js";
import type { Reply } from "../testing/statement-double.js";
import { prepareConnection } from "./connection.js";
import { MAX_REPLY_BYTES } from "./reply-limits.js";
import { createRequestSettings } from "./request-settings.js";
import { runStatement } from "./run-statement.js";

const id = "20261122_000000_00007_abcde";

/** Client and server share a thread that is busy packing and unpacking. */
const patient = { timeouts: { connectSeconds: 3600, querySeconds: 3600 } };

/** A page that goes on elsewhere, blown up to this length; packed it is short. */
function longPage(length: number): Reply {
  const bytes = Buffer.alloc(length, " ");
  bytes.write(`{"id":"${id}","nextUri":"/2","data":[[1]]}`);
  return { body: gzipSync(bytes, { level: 1 }), headers: { "content-encoding": "gzip" } };
}

test.each<[string, Reply]>([
  ["that does not end", { instead: "endless" }],
  ["that unpacks to too much", longPage(MAX_REPLY_BYTES + 1)],
])("a reply %s is refused, asked for once, and the statement is cancelled", async (_, reply) => {
  const { port, seen, url } = await talk(
    (own) => [{ json: { id, nextUri: `${own}/1` } }, reply, { status: 204 }],
    patient,
  );
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${url}: its reply is longer than 256 MiB (fetching a result, tried once). No page of Trino's is: check the address in the profile.`,
    ),
  );
  // Busy with the reply for long, we may find the connection it came on closed by the server.
  expect(seen.map(({ method, path, headers }) => `${method} ${path} ${headers.connection}`)).toEqual([
    "POST /v1/statement close",
    "GET /1 keep-alive",
    "DELETE /1 close",
  ]);
});

test("a reply as long as one may be is read", async () => {
  const { port } = await talk(
    () => [{ json: { id, nextUri: "/1" } }, longPage(MAX_REPLY_BYTES), { json: { id } }],
    patient,
  );
  expect((await port.query("SELECT 1")).rows).toEqual([[1]]);
});

test("a result whose pages do not end is given up, and cancelled", async () => {
  const page = longPage(1024 ** 2);
  const { seen, url } = await talk(() => [page, page, page, { status: 204 }]);
  const connection = prepareConnection(aProfile(url, patient), {}, ".");
  const settings = createRequestSettings(connection);
  const logger = { debug: () => {}, warn: () => {} };
  const context = { connection, settings, logger, clock: stoppedClock() };
  const result = runStatement(context, "SELECT 1", new AbortController().signal, 2 * 1024 ** 2);
  await expect(result).rejects.toEqual(
    new UserError(
      "unreachable",
      `Trino at ${url} answers one statement with more than 2 MiB; it was cancelled. Name fewer schemas in the profile, or check its address.`,
    ),
  );
  settings.close();
  expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /v1/statement",
    "GET /2",
    "GET /2",
    "DELETE /2",
  ]);
});
