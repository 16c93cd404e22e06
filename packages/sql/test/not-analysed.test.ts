import { expect, test } from "@jest/globals";
import { compareDefinitions } from "@schema-gate/sql";

const doubling = Array.from(
  { length: 40 },
  (_, step) => `q${step + 1} AS (SELECT x.a FROM q${step} x JOIN q${step} y ON x.a = y.a)`,
);

/** Texts that are not understood, and why. */
const refused: readonly (readonly [what: string, text: string, reason: RegExp])[] = [
  ["no SQL", "SELEC a FROM t", /^line 1:1: /],
  ["a half statement", "SELECT a FROM", /^line 1:14: /],
  ["more than one query", "SELECT a FROM t (SELECT 1)", /^(it goes on after its end|line 1:)/],
  ["nothing", "", /^line 1:/],
  ["newer syntax", "SELECT a FROM t UNION CORRESPONDING SELECT a FROM u", /^line 1:/],
  [
    "recursion",
    "WITH RECURSIVE q (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM q) SELECT n FROM q",
    /^it is recursive$/,
  ],
  [
    "pattern matching",
    "SELECT * FROM t MATCH_RECOGNIZE (ORDER BY a MEASURES A.a AS x PATTERN (A) DEFINE A AS true)",
    /^it reads from PatternRecognition$/,
  ],
  ["brackets without end", `SELECT ${"(".repeat(5000)}1${")".repeat(5000)} AS a FROM t`, /nested deeper than 150$/],
  [
    "a long chain",
    `SELECT ${Array.from({ length: 3000 }, (_, at) => `c${at}`).join(" + ")} AS a FROM t`,
    /nested deeper than 400$/,
  ],
  ["nesting without brackets", `SELECT ${"NOT ".repeat(20_000)}a AS a FROM t`, /^it is nested too deep$/],
  ["a huge text", `SELECT '${"x".repeat(300_000)}' AS a FROM t`, /longer than 200000 characters$/],
  [
    "queries that double",
    `WITH q0 AS (SELECT a FROM t), ${doubling.join(", ")} SELECT a FROM q40`,
    /more than 2000 query blocks$/,
  ],
];

test.each(refused)("%s is said not to be analysed, on either side", (_, text, reason) => {
  for (const [before, after] of [
    [text, "SELECT a FROM t"],
    ["SELECT a FROM t", text],
  ] as const) {
    const found = compareDefinitions(before, after);
    expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual(["not-analysed @definition"]);
    expect(found[0]?.reason).toMatch(reason);
  }
  expect(compareDefinitions(text, text)).toEqual([]);
});
