import { describe } from "@jest/globals";
import { missingServers, type TestServer, testServers } from "./test-servers.js";

/**
 * Declares tests once for every Trino version the suite knows. Where one is not here they are declared all the same and
 * skipped, so that they are counted; under `CI=true` the runner fails for that.
 */
export function onEachTrino(declare: (server: TestServer) => void): void {
  for (const server of testServers()) describe(`on Trino ${server.version}`, () => declare(server));
  for (const version of missingServers()) {
    describe.skip(`on Trino ${version}`, () => declare({ version, url: "http://127.0.0.1:0" }));
  }
}
