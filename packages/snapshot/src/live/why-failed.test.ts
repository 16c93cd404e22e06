import { expect, test } from "@jest/globals";
import { aTrinoError } from "../testing/a-schema.js";
import { viewFailure } from "./why-failed.js";

const failed = (view: string, reason: string) => `Failed analyzing stored view '${view}': ${reason}`;

test.each([
  ["VIEW_IS_STALE", "line 1:15: View 'c.s.v' is stale or in invalid state: stored view column count (4)", "staled"],
  ["SYNTAX_ERROR", "line 1:15: View 'c.s.v' is stale; it must be re-created", "staled"],
  ["INVALID_VIEW", failed("c.s.v", "line 1:8: Column 'total' cannot be resolved"), "invalidated"],
  [
    "INVALID_VIEW",
    failed("c.s.above", `line 3:3: ${failed("c.s.it''s", "line 1:8: Table 'x' does not exist")}`),
    "invalidated",
  ],
  ["INVALID_VIEW", failed("c.s.v", "metastore: connection refused"), "unseen"],
  ["INVALID_VIEW", failed("c.s.above", `line 3:3: ${failed("c.s.v", "read timed out")}`), "unseen"],
  ["INVALID_VIEW", failed("c.s.v", "Access Denied: View owner does not have sufficient privileges"), "invalidated"],
  ["PERMISSION_DENIED", "Access Denied: Cannot select from table c.s.v", "unseen"],
  [
    "PERMISSION_DENIED",
    "Access Denied: View owner does not have sufficient privileges: View owner 'a' cannot",
    "invalidated",
  ],
  ["SYNTAX_ERROR", `line 1:15: ${failed("c.s.v", "line 1:8: Column 'total' cannot be resolved")}`, "invalidated"],
  ["SYNTAX_ERROR", `line 1:15: ${failed("c.s.v", "Table c.s.t does not exist")}`, "invalidated"],
  [
    "SYNTAX_ERROR",
    `line 1:15: ${failed("c.s.above", "line 3:3: View 'c.s.v' is stale; it must be re-created")}`,
    "invalidated",
  ],
  ["SYNTAX_ERROR", `line 1:15: ${failed("c.s.v", "read timed out")}`, "unseen"],
  ["SYNTAX_ERROR", "Table c.s.v does not exist", "unseen"],
  ["TABLE_NOT_FOUND", "line 1:15: Table 'c.s.v' does not exist", "unseen"],
  ["HIVE_METASTORE_ERROR", "metastore: connection refused", "unseen"],
])("%s: %s means %s", (errorName, message, kind) => {
  expect(viewFailure(aTrinoError(errorName, message)).kind).toBe(kind);
});
