import { describe } from "@jest/globals";
import { type TestServer, testServers } from "./test-servers.js";

/**
 * Declares tests once for every real Trino the runner started. Without one they are declared all the same and skipped, so
 * that they are counted; under `CI=true` the runner fails for that.
 */
export function onEachTrino(declare: (server: TestServer) => void): void {
  const servers = testServers();
  for (const server of servers) describe(`on Trino ${server.version}`, () => declare(server));
  if (servers.length === 0)
    describe.skip("on a real Trino", () => declare({ version: "none", url: "http://127.0.0.1:0" }));
}
