import { describe } from "@jest/globals";
import { missingPrestoDbServers, prestoDbServers, type TestServer } from "./test-servers.js";

/** Declares tests for the PrestoDB the suite knows; where it is not here they are skipped, as those of `onEachTrino` are. */
export function onPrestoDb(declare: (server: TestServer) => void): void {
  for (const server of prestoDbServers()) describe(`on PrestoDB ${server.version}`, () => declare(server));
  for (const version of missingPrestoDbServers()) {
    describe.skip(`on PrestoDB ${version}`, () => declare({ version, url: "http://127.0.0.1:0" }));
  }
}
