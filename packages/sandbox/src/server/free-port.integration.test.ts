import { createServer } from "node:net";
import { expect, test } from "@jest/globals";
import { freePort } from "./free-port.js";

test("a free port can be listened on", async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  expect(server.address()).toEqual({ address: "127.0.0.1", family: "IPv4", port });
  await new Promise((resolve) => server.close(resolve));
});
