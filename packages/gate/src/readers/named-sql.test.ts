import { expect, test } from "@jest/globals";
import { namedSql } from "./named-sql.js";

test.each([
  ["none", "customProperties:\n  - { property: use, value: human-scale }\n", null],
  ["the file of a query elsewhere", "documentation: docs/tasks.sql\n", null],
  ["in one line", "  - { property: sql, value: src/tasks.sql }\n", { path: "src/tasks.sql" }],
  ["in one line, tight", "  - {property: sql,value: src/tasks.sql}\n", { path: "src/tasks.sql" }],
  ["in lines", "  - property: sql\n    value: src/tasks.sql\n  - property: use\n", { path: "src/tasks.sql" }],
  ["at the end", "  - property: sql\n    value: src/tasks.sql\n", { path: "src/tasks.sql" }],
  ["in quotes", `  - property: "sql"\n    value: 'src/tasks.sql'\nteam: a\n`, { path: "src/tasks.sql" }],
  ["the value first", "  - value: src/tasks.sql\n    property: sql\n", "unclear"],
  ["twice", "  - { property: sql, value: a.sql }\n# sql\n", "unclear"],
  ["on two lines", "  - property: sql\n    value: src/a\n      b.sql\n", "unclear"],
  ["as a block", "  - property: sql\n    value: >-\n      src/tasks.sql\n", "unclear"],
  ["on a line more that looks like an item", "  - property: sql\n    value: src/a\n      -b.sql\n", "unclear"],
  ["after a blank line", "  - property: sql\r\n    value: src/a\r\n\r\n     c:b.sql\r\n", "unclear"],
  ["on two lines in braces", "  - { property: sql, value: src/a\n    -b.sql }\n", "unclear"],
  ["with a space YAML does not know", "  - property: sql\n    value: a.sql\u00a0\n", "unclear"],
  ["one that is told after the item", "  - value: a.sql\n    property: sql\nvalue: b.sql\n", "unclear"],
  ["before a blank line", "  - property: sql\r\n    value: a.sql\r\n\r\nteam: a\r\n", { path: "a.sql" }],
  ["before a comment", "-   property: sql\n    value: a.sql\n    # of the job\n", { path: "a.sql" }],
  ["by an anchor", "  - property: sql\n    value: *path\n", "unclear"],
  ["with a comment between", "  - property: sql # of the job\n    value: a.sql\n", "unclear"],
  ["with spaces", "  - { property: sql, value: src/my tasks.sql }\n", "unclear"],
  ["escaped", `  - { property: "s\\x71l", value: a.sql }\n`, "unclear"],
])("%s", (_, text, named) => {
  expect(namedSql(text)).toEqual(named);
});
