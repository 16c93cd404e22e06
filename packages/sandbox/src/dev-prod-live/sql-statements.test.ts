import { expect, test } from "@jest/globals";
import { sqlStatements } from "./sql-statements.js";

test("a file is split at semicolons that end a line, not inside one", () => {
  const file = "-- Why.\nCREATE SCHEMA a;\n\nCOMMENT ON TABLE t IS 'one; two';  \nSELECT\n  1;\n";
  expect(sqlStatements(file)).toEqual(["-- Why.\nCREATE SCHEMA a", "COMMENT ON TABLE t IS 'one; two'", "SELECT\n  1"]);
});

test("an empty file holds no statement", () => {
  expect(sqlStatements("\n;\n")).toEqual([]);
});
