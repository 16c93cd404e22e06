import { expect, test } from "@jest/globals";
import { compareDefinitions } from "@schema-gate/sql";

/** Two ways of writing one thing. */
const same: readonly (readonly [what: string, one: string, other: string])[] = [
  ["layout and comments", "SELECT a, b FROM t", "select a -- the key\n , b /* more */\nFROM t"],
  ["letter case and quoting", "SELECT a FROM t", 'SELECT "A" FROM "T"'],
  ["aliases", "SELECT t.a FROM t JOIN u ON t.id = u.id", "SELECT x.a FROM t AS x INNER JOIN u y ON y.id = x.id"],
  [
    "a bare name another text qualifies",
    "SELECT a FROM t JOIN u ON t.id = u.id",
    "SELECT t.a FROM t JOIN u ON t.id = u.id",
  ],
  [
    "order of AND and OR",
    "SELECT a FROM t WHERE (b = 1 OR c = 2) AND a > 0",
    "SELECT a FROM t WHERE a > 0 AND (c = 2 OR b = 1)",
  ],
  ["brackets", "SELECT a + b * c AS x FROM t", "SELECT (a + (b * c)) AS x FROM (t)"],
  ["NOT in a predicate", "SELECT a FROM t WHERE a NOT IN (1, 2)", "SELECT a FROM t WHERE NOT (a IN (1, 2))"],
  ["spelling of unequal", "SELECT a FROM t WHERE a != 1", "SELECT a FROM t WHERE a <> 1"],
  [
    "a named query used once",
    "SELECT a FROM t WHERE b > 1",
    "WITH f AS (SELECT a, b FROM t WHERE b > 1) SELECT a FROM f",
  ],
  [
    "named queries of named queries",
    "SELECT a + 1 AS x FROM t",
    "WITH f AS (SELECT a + 1 AS y FROM t), g AS (SELECT y AS z FROM f) SELECT z AS x FROM g",
  ],
  [
    "a grouped query by name or in place",
    "WITH f AS (SELECT a, count(*) AS n FROM t GROUP BY a) SELECT n FROM f",
    "SELECT g.n FROM (SELECT a, count(*) AS n FROM t GROUP BY 1) g",
  ],
  [
    "names of columns of named queries",
    "WITH f (x) AS (SELECT DISTINCT a FROM t) SELECT x AS a FROM f",
    "SELECT a FROM (SELECT DISTINCT a FROM t)",
  ],
  ["swapped branches", "SELECT a FROM t UNION ALL SELECT a FROM u", "SELECT a FROM u UNION ALL SELECT a FROM t"],
  [
    "brackets around branches",
    "SELECT a FROM t UNION ALL SELECT a FROM u UNION ALL SELECT id AS a FROM u",
    "SELECT a FROM t UNION ALL (SELECT a FROM u UNION ALL SELECT id AS a FROM u)",
  ],
  [
    "ordinals and order of keys",
    "SELECT a, b, count(*) AS n FROM t GROUP BY a, b",
    "SELECT a, b, count(*) AS n FROM t GROUP BY 2, 1",
  ],
  ["order without limit", "SELECT a FROM t", "SELECT a FROM t ORDER BY a"],
  [
    "limit by another name",
    "SELECT a FROM t ORDER BY a LIMIT 3",
    "SELECT a FROM t ORDER BY 1 ASC FETCH FIRST 3 ROWS ONLY",
  ],
  ["star of a query whose columns are known", "SELECT a, b FROM t", "SELECT * FROM (SELECT a, b FROM t)"],
  ["star or the list it stands for", "SELECT * FROM t", "SELECT t.a, t.b FROM t"],
  [
    "a window by name",
    "SELECT sum(a) OVER (PARTITION BY b) AS s FROM t",
    "SELECT sum(a) OVER w AS s FROM t WINDOW w AS (PARTITION BY b)",
  ],
  [
    "parameters of lambdas",
    "SELECT transform(xs, x -> x + a) AS y FROM t",
    "SELECT transform(xs, e -> e + a) AS y FROM t",
  ],
  [
    "names given to what UNNEST makes",
    "SELECT e.x AS k FROM t CROSS JOIN UNNEST(t.xs) AS e (x)",
    "SELECT y AS k FROM t CROSS JOIN UNNEST(xs) AS f (y)",
  ],
  ["a comma for CROSS JOIN", "SELECT t.a FROM t, u", "SELECT t.a FROM t CROSS JOIN u"],
  ["characters beyond the basic plane", "SELECT '🦉' AS a, b FROM t", "SELECT '🦉' AS a,\n b FROM t"],
];

test.each(same)("%s: nothing is found, either way", (_, one, other) => {
  expect(compareDefinitions(one, other)).toEqual([]);
  expect(compareDefinitions(other, one)).toEqual([]);
});
