import { expect, test } from "@jest/globals";
import { readCommand } from "./comment.js";

test.each([
  ["/schema-gate recheck", { name: "recheck" }],
  ["\r\n  /schema-gate   recheck  \r\nthanks", { name: "recheck" }],
  ["/schema-gate explain 9f2c41d07ab3e815", { name: "explain", id: "9f2c41d07ab3e815" }],
  ["/schema-gate explain column-removed", { name: "explain", id: "column-removed" }],
  ["/schema-gate waive 9f2c41d07ab3e815", { name: "waive", id: "9f2c41d07ab3e815" }],
  ["/schema-gate", { name: "unknown" }],
  ["/schema-gate approve", { name: "unknown" }],
  ["/schema-gate recheck now", { name: "unknown" }],
  ["/schema-gate waive column-removed", { name: "unknown" }],
  ["/schema-gate waive ../../etc/passwd", { name: "unknown" }],
  ["/schema-gate explain `x`", { name: "unknown" }],
  ["/schema-gate explain 9f2c41d07ab3e815 and more", { name: "unknown" }],
  ["/schema-gates recheck", null],
  ["> /schema-gate recheck", null],
  ["    /schema-gate recheck", null],
  ["```\n/schema-gate recheck\n```", null],
  ["please /schema-gate recheck", null],
  ["please\n/schema-gate recheck", null],
  ["", null],
])("%j is read as %j", (text, expected) => {
  expect(readCommand(text)).toEqual(expected);
});
