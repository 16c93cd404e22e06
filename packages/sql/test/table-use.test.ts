import { expect, test } from "@jest/globals";
import { splitStatements, tableUse } from "@schema-gate/sql";

const columns = ["task_id", "status", "host", "details"];
const isView = (parts: readonly string[]) => parts.at(-1) === "v";

/** What a text takes of the view `v`: paths named, paths that may be meant, whether it takes all there is. */
function use(text: string, known: readonly string[] | null = columns) {
  const found = tableUse(text, isView, known);
  if (typeof found === "string") return found;
  const paths = (list: readonly (readonly string[])[]) => list.map((path) => path.join(".")).sort();
  return [paths(found.named), paths(found.doubtful), found.star];
}

test.each([
  ["names with and without alias", "SELECT x.task_id, status FROM v x WHERE HOST = 'a'", ["host", "status", "task_id"]],
  ["fields", "SELECT v.details.trace_id, details.span FROM v", ["details.span", "details.trace_id"]],
  ["order without a limit", "SELECT task_id FROM v ORDER BY host", ["host", "task_id"]],
  ["what only a subquery projects", "SELECT task_id FROM (SELECT task_id, host FROM v)", ["host", "task_id"]],
  ["a query of a WITH clause that nobody uses", "WITH q AS (SELECT host FROM v) SELECT 1", ["host"]],
  ["joins by USING", "SELECT 1 FROM v JOIN u USING (task_id)", ["task_id"]],
  ["what it writes", "INSERT INTO t SELECT status FROM c.s.v", ["status"]],
  ["a bare name in a join, by the columns the view has", "SELECT host, other FROM v JOIN u ON true", ["host"]],
  ["columns of other tables, not", "SELECT u.status FROM v, u", []],
  [
    "a bare name of a correlated subquery",
    "SELECT 1 FROM u WHERE EXISTS (SELECT 1 FROM v WHERE task_id = id)",
    ["task_id"],
  ],
  ["a count of rows", "SELECT count(*) FROM v", []],
])("%s", (_, text, named) => {
  expect(use(text)).toEqual([named, [], false]);
});

test.each([
  ["SELECT * FROM v", []],
  ["SELECT v.* FROM v JOIN u ON v.task_id = u.id", ["task_id"]],
  ["TABLE v", []],
  ["SELECT q.a FROM (SELECT *, 1 AS a FROM v) q", []],
  ["WITH q AS (SELECT * FROM v) SELECT host FROM q", []],
])("all columns as they come: %s", (text, named) => {
  expect(use(text)).toEqual([named, [], true]);
});

test("what only the columns of other tables could tell is doubtful", () => {
  expect(use("SELECT 1 FROM v WHERE EXISTS (SELECT 1 FROM u WHERE host = id)")).toEqual([[], ["host"], false]);
  expect(use("SELECT a FROM v, u", null)).toEqual([[], ["a"], false]);
  expect(use("SELECT a FROM v", null)).toEqual([["a"], [], false]);
});

test("names without a source are told apart: a new column of that name would be meant too", () => {
  const found = tableUse(
    "SELECT v.task_id, cost FROM v JOIN u ON v.host = u.host WHERE status = 'ok'",
    isView,
    columns,
  );
  expect(typeof found === "string" ? found : found.bare).toEqual(["cost", "status"]);
});

test.each([
  ["SELECT * FROM t NATURAL JOIN v", "it uses NATURAL JOIN"],
  ["MERGE INTO t USING v ON t.a = v.status WHEN MATCHED THEN DELETE", "it is read by something that is no query"],
  ["SELECT 1 FROM", "line 1:14: "],
  [`SELECT ${"NOT ".repeat(20_000)}a FROM v`, "it is nested too deep"],
])("what cannot be told is said so: %.40s", (text, reason) => {
  expect(String(use(text)).slice(0, reason.length)).toBe(reason);
});

test("a script is split where statements end, not in texts and comments", () => {
  const script = "DELETE FROM t WHERE a = ';'; -- one; two\n;INSERT INTO \"a;b\" SELECT '😀;' AS a FROM v";
  expect(splitStatements(script)).toEqual([
    "DELETE FROM t WHERE a = ';'",
    "INSERT INTO \"a;b\" SELECT '😀;' AS a FROM v",
  ]);
  expect(splitStatements(" -- nothing\n ;; ")).toEqual([]);
  expect(splitStatements(`SELECT '${"a".repeat(200_000)}'`)).toBe("it is longer than 200000 characters");
});
