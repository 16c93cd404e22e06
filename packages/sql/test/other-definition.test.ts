import { expect, test } from "@jest/globals";
import { compareDefinitions } from "@schema-gate/sql";

const branches = (value: string) => `SELECT a, b FROM t UNION ALL SELECT a, ${value} AS b FROM u`;

/** Edits, and the whole of what must be found. */
const edits: readonly (readonly [what: string, before: string, after: string, found: readonly string[]])[] = [
  [
    "how UNNEST is joined",
    "SELECT a FROM t CROSS JOIN UNNEST(xs) AS e (x)",
    "SELECT a FROM t LEFT JOIN UNNEST(xs) AS e (x) ON true",
    ["unnest @definition.unnest"],
  ],
  ["a column named like a star", 'SELECT a AS "x.*" FROM t', 'SELECT b AS "x.*" FROM t', ["expression x.*"]],
  ["a filter", "SELECT a FROM t WHERE b = 1", "SELECT a FROM t WHERE b = 2", ["rows @definition.where"]],
  [
    "a filter on groups",
    "SELECT a FROM t GROUP BY a",
    "SELECT a FROM t GROUP BY a HAVING count(*) > 1",
    ["rows @definition.having"],
  ],
  [
    "a condition of a join",
    "SELECT t.a FROM t JOIN u ON t.id = u.id",
    "SELECT t.a FROM t JOIN u ON t.id = u.a",
    ["rows @definition.from"],
  ],
  ["a join and bare names", "SELECT a FROM t", "SELECT t.a FROM t JOIN u ON t.id = u.id", ["rows @definition.from"]],
  ["sampling", "SELECT a FROM t", "SELECT a FROM t TABLESAMPLE BERNOULLI (10)", ["rows @definition.sample"]],
  [
    "an offset",
    "SELECT a FROM t ORDER BY a LIMIT 3",
    "SELECT a FROM t ORDER BY a OFFSET 1 LIMIT 3",
    ["rows @definition.limit"],
  ],
  [
    "grouping within",
    "SELECT n FROM (SELECT a, count(*) AS n FROM t GROUP BY a)",
    "SELECT n FROM (SELECT a, count(*) AS n FROM t GROUP BY a, b)",
    ["rows @definition.subquery.group-by"],
  ],
  ["a source", "SELECT a, b FROM t WHERE t.c = 1", "SELECT a, b FROM u WHERE u.c = 1", ["source @definition.from"]],
  [
    "a source and an expression",
    "SELECT a, b FROM t",
    "SELECT a, lower(b) AS b FROM u",
    ["source @definition.from", "expression b"],
  ],
  [
    "an expression in a named query",
    "WITH f AS (SELECT a, b AS c FROM t) SELECT a, c FROM f",
    "WITH f AS (SELECT a, b + 1 AS c FROM t) SELECT a, c FROM f",
    ["expression c"],
  ],
  [
    "an aggregate in a named query",
    "WITH f AS (SELECT a, sum(b) AS n FROM t GROUP BY a) SELECT a, n FROM f",
    "WITH f AS (SELECT a, max(b) AS n FROM t GROUP BY a) SELECT a, n FROM f",
    ["expression n"],
  ],
  ["an expression in one branch", branches("b"), branches("id"), ["expression b"]],
  [
    "columns swapped between branches",
    "SELECT a, b FROM t WHERE c = 1 UNION ALL SELECT c AS a, id AS b FROM t WHERE c = 2",
    "SELECT a, id AS b FROM t WHERE c = 1 UNION ALL SELECT c AS a, b FROM t WHERE c = 2",
    ["expression b"],
  ],
  [
    "a third branch",
    branches("b"),
    `${branches("b")} UNION ALL SELECT a, b FROM w`,
    ["set-operation @definition.set-operation"],
  ],
  [
    "an item of a branch with a star",
    "SELECT a, b FROM t UNION ALL SELECT *, id AS b FROM u",
    "SELECT a, b FROM t UNION ALL SELECT *, a AS b FROM u",
    ["expression a", "expression b"],
  ],
  [
    "a branch behind a star",
    "SELECT * FROM t UNION ALL SELECT a, b FROM u",
    "SELECT * FROM t UNION ALL SELECT b, a FROM u",
    ["not-analysed @definition"],
  ],
  [
    "which column of VALUES",
    "SELECT v FROM (VALUES (1, 2)) AS k (n, v)",
    "SELECT v FROM (VALUES (1, 2)) AS k (v, n)",
    ["expression v"],
  ],
  [
    "a merged column of a join",
    "SELECT id FROM t JOIN (SELECT DISTINCT a AS id FROM u) s USING (id)",
    "SELECT id FROM t JOIN (SELECT DISTINCT b AS id FROM u) s USING (id)",
    ["rows @definition.subquery.distinct", "expression id"],
  ],
  [
    "a filter that moves to another subquery",
    "SELECT x.a FROM (SELECT a FROM t WHERE c = 1 LIMIT 5) x CROSS JOIN (SELECT a FROM t LIMIT 5) y",
    "SELECT x.a FROM (SELECT a FROM t LIMIT 5) x CROSS JOIN (SELECT a FROM t WHERE c = 1 LIMIT 5) y",
    ["not-analysed @definition"],
  ],
  [
    "a correlated name that a table may hide",
    "SELECT s.a FROM (SELECT a, b AS k FROM t LIMIT 5) s WHERE EXISTS (SELECT 1 FROM u WHERE k = 1)",
    "SELECT s.a FROM (SELECT a, b AS k FROM t LIMIT 5) s WHERE EXISTS (SELECT 1 FROM u WHERE s.k = 1)",
    ["rows @definition.where"],
  ],
  ["text in quotes", "SELECT a FROM t WHERE b = 'x'", "SELECT a FROM t WHERE b = 'X'", ["rows @definition.where"]],
  [
    "a field of a row, by case only",
    'SELECT CAST(a AS row("X" bigint)) AS a FROM t',
    'SELECT CAST(a AS row("x" bigint)) AS a FROM t',
    ["expression a"],
  ],
];

test.each(edits)("%s is found, and nothing else", (_, before, after, found) => {
  expect(compareDefinitions(before, after).map(({ kind, path }) => `${kind} ${path}`)).toEqual(found);
});

test("a change says what the clause was, what it is, and where it stands", () => {
  const [before, after] = ["SELECT a\nFROM t", "SELECT a\nFROM t\nWHERE b IS NULL"];
  expect(compareDefinitions(before, after)).toEqual([
    {
      kind: "rows",
      path: "@definition.where",
      before: null,
      after: "(t.b IS NULL)",
      beforeSpan: null,
      afterSpan: { start: 16, end: 31 },
      reason: null,
    },
  ]);
});
