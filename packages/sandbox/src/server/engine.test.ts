import { expect, test } from "@jest/globals";
import { engineOf, serverName } from "./engine.js";

test.each([
  ["476", "trino", "Trino 476"],
  ["483-SNAPSHOT", "trino", "Trino 483-SNAPSHOT"],
  ["0.296", "presto", "PrestoDB 0.296"],
  ["0.296-8661b73", "presto", "PrestoDB 0.296-8661b73"],
])("%s is of %s", (version, engine, name) => {
  expect([engineOf(version), serverName(version)]).toEqual([engine, name]);
});
