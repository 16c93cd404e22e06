import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { tablesRead } from "@schema-gate/sql";
import { namesWritten } from "./names-written.js";

const dotted = (text: string) => namesWritten(text)?.map((parts) => parts.join(".")) ?? null;

test.each([
  ["bare and dotted names", "SELECT a FROM C.s.T", ["select", "a", "from", "c.s.t"]],
  ["quotes", `"My ""own"" View"."b"`, [`my "own" view.b`]],
  ["dots with room around them", "c . /* the schema */ s\n-- and\n.t", ["c.s.t"]],
  ["no names in texts and comments", "'FROM a.b' -- FROM c.d\n/* e.f */ 1", ["1"]],
  ["a name once", "a.b, A.B", ["a.b"]],
  ["digits first", "2020_tasks.x", ["2020_tasks.x"]],
  ["signs", "f(a) -> a >= 1 AND b[1] <> ?", ["f", "a", "1", "and", "b"]],
])("%s", (_, text, names) => {
  expect(dotted(text)).toEqual(names);
});

test.each([
  "SELECT * FROM {{ team }}_landing.t",
  "SELECT * FROM %(schema)s.t",
  "a 'open",
  'a "open',
  "$team.t",
  "`a`.b",
  'U&"a".b',
])("nothing is said of %s", (text) => {
  expect(namesWritten(text)).toBeNull();
});

const below = (file: string) => readFileSync(new URL(`../../../sql/test/${file}`, import.meta.url), "utf8");
const pairs: readonly { readonly before: string; readonly after: string }[] = JSON.parse(
  below("grain-pairs.json"),
).pairs;
const texts = [
  ...below("written-definitions.sql")
    .split(/;\s*\n/)
    .filter((text) => text.trim() !== ""),
  ...pairs.flatMap(({ before, after }) => [before, after]),
  'WITH "Odd" AS (SELECT * FROM a."B c".d) SELECT * FROM "Odd" CROSS JOIN UNNEST(x.y) AS u (z), LATERAL (TABLE e.f)',
  "SELECT * FROM TABLE(exclude_columns(input => TABLE(a.b.c), columns => DESCRIPTOR(x)))",
  "SELECT * FROM a.b FOR VERSION AS OF 5 WHERE y = X'00' AND z = 1.5e3 AND w IN (SELECT v FROM c)",
];

test("every table a statement reads is among them, in the definitions that parsers get wrong", () => {
  let [tables, unsaid] = [0, 0];
  for (const text of texts) {
    const read = tablesRead(text);
    if (typeof read === "string") throw new Error(`${read}: ${text}`);
    const names = dotted(text);
    if (names === null) unsaid += 1;
    else expect(names).toEqual(expect.arrayContaining(read.map((parts) => parts.join("."))));
    tables += read.length;
  }
  expect([texts.length, tables, unsaid]).toEqual([77, 105, 1]);
});
