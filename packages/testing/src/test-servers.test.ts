import { expect, test } from "@jest/globals";
import { missingPrestoDbServers, missingServers, prestoDbServers, testServers } from "./test-servers.js";

test.each([[undefined], [""], ["[]"]])("without servers (%s) there are none", (text) => {
  expect(testServers({ SCHEMA_GATE_TEST_SERVERS: text })).toEqual([]);
});

test("the servers are those of the list", () => {
  const servers = [
    { version: "435", url: "http://127.0.0.1:18435" },
    { version: "476", url: "http://127.0.0.1:18476" },
  ];
  expect(testServers({ SCHEMA_GATE_TEST_SERVERS: JSON.stringify(servers) })).toEqual(servers);
});

test("PrestoDB is told from Trino by its version", () => {
  const trino = { version: "476", url: "http://127.0.0.1:18476" };
  const presto = { version: "0.296-8661b73", url: "http://127.0.0.1:18296" };
  const environment = {
    SCHEMA_GATE_TEST_SERVERS: JSON.stringify([trino, presto]),
    SCHEMA_GATE_MISSING_SERVERS: "435 0.287",
  };
  expect([testServers(environment), prestoDbServers(environment)]).toEqual([[trino], [presto]]);
  expect([missingServers(environment), missingPrestoDbServers(environment)]).toEqual([["435"], ["0.287"]]);
});

test("what was not started is missing, so that its tests are counted as skipped", () => {
  const byHand = { SCHEMA_GATE_TEST_SERVERS: '[{"version":"476","url":"http://127.0.0.1:18476"}]' };
  expect([missingServers(byHand), missingPrestoDbServers(byHand)]).toEqual([[], ["(none started)"]]);
  expect([missingServers({}), missingPrestoDbServers({})]).toEqual([["(none started)"], ["(none started)"]]);
});

test.each(['{"version":"476"}', '["476"]', '[{"version":476,"url":"http://127.0.0.1"}]'])("%s is refused", (text) => {
  expect(() => testServers({ SCHEMA_GATE_TEST_SERVERS: text })).toThrow(
    new Error(`SCHEMA_GATE_TEST_SERVERS must be a JSON list of {"version", "url"}, it is ${text}`),
  );
});
