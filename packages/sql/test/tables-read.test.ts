import { expect, test } from "@jest/globals";
import { tablesRead } from "@schema-gate/sql";

test.each([
  ["a query", "SELECT x.a FROM C.s.T x JOIN s.u ON x.a = u.a, v", ["c.s.t", "s.u", "v"]],
  ["subqueries", "SELECT (SELECT max(a) FROM t) FROM u WHERE a IN (SELECT a FROM v)", ["t", "u", "v"]],
  [
    "queries of WITH clauses",
    "WITH t AS (SELECT * FROM s.t), u AS (SELECT * FROM t) SELECT * FROM u, s.u",
    ["s.t", "s.u"],
  ],
  [
    "a name that a WITH clause takes later",
    "WITH u AS (SELECT * FROM t), t AS (SELECT 1 AS a) SELECT * FROM t, u",
    ["t"],
  ],
  ["a recursive query", "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r, t) SELECT * FROM r", ["t"]],
  [
    "a name that a WITH clause inside has",
    "SELECT * FROM (WITH t AS (SELECT * FROM u) SELECT * FROM t), t",
    ["u", "t"],
  ],
  ["set operations and TABLE", "TABLE t UNION ALL SELECT * FROM u", ["t", "u"]],
  ["what is written to, left out", "INSERT INTO target SELECT * FROM t", ["t"]],
  ["a table that is made", "CREATE TABLE target AS SELECT * FROM t", ["t"]],
  [
    "LATERAL, UNNEST and NATURAL JOIN",
    "SELECT * FROM t NATURAL JOIN u CROSS JOIN LATERAL (SELECT * FROM v), UNNEST(t.a)",
    ["t", "u", "v"],
  ],
  ["a name in quotes, and none in comments or texts", `SELECT 'FROM t' FROM "My View" -- FROM u`, ["my view"]],
])("%s", (_, text, tables) => {
  const read = tablesRead(text);
  expect(typeof read === "string" ? read : read.map((parts) => parts.join("."))).toEqual(tables);
});

const deep = `SELECT ${"NOT ".repeat(20_000)}a FROM t`;

test.each(["SELECT * FROM {{ view }}", "SELECT 1; SELECT 2", "FROM", deep])(
  "what is no statement is said so: %.40s",
  (text) => {
    expect(typeof tablesRead(text)).toBe("string");
  },
);
