import { expect, test } from "@jest/globals";
import { testServers } from "./test-servers.js";

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

test.each(['{"version":"476"}', '["476"]', '[{"version":476,"url":"http://127.0.0.1"}]'])("%s is refused", (text) => {
  expect(() => testServers({ SCHEMA_GATE_TEST_SERVERS: text })).toThrow(
    new Error(`SCHEMA_GATE_TEST_SERVERS must be a JSON list of {"version", "url"}, it is ${text}`),
  );
});
