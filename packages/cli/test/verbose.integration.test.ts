import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "@jest/globals";
import { runCli, temporaryFolder, writeConfig } from "./run-cli.js";

/** Text of a stranger's server: colours, an operating system command by its one-byte introducers, a command of a log reader. */
const hostile = "\u009b31mred \u009d0;title\u009c \u0085 ##[error]x";

/** A server that is busy once, and then knows nobody. */
const server = createServer((_, response) => {
  if (asked++ === 0) response.writeHead(503, { "retry-after": hostile }).end();
  else response.writeHead(401).end();
});
let asked = 0;
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());

test("what a server says reaches the log escaped, and means the same there", async () => {
  const folder = temporaryFolder();
  writeConfig(folder, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, "dev_prod_live");
  const { code, out, err } = await runCli(folder, "snapshot", "--verbose");
  expect([code, out]).toEqual([3, ""]);
  const [line = "", ...others] = err.trimEnd().split("\n");
  expect(JSON.parse(line).retryAfter).toBe(hostile);
  expect(others.length).toBe(1);
  expect(err.match(/(?!\n)\p{Cc}|##/gu)).toBe(null);
});
