import { describe, expect, test } from "@jest/globals";
import { parseType } from "./parse-type.js";
import { quoteIdentifier } from "./quote-identifier.js";
import { isReservedWord } from "./reserved-words.js";

describe("quoteIdentifier", () => {
  test.each([
    ["pod_id", "pod_id"],
    ["_1", "_1"],
    ["time", "time"],
    ["constructor", "constructor"],
    ["", '""'],
    ["1a", '"1a"'],
    ["memberId", '"memberId"'],
    ["a b", '"a b"'],
    ['a"b', '"a""b"'],
    ["a\n", '"a\n"'],
    ["gr\u00F6\u00DFe", '"gr\u00F6\u00DFe"'],
    ["select", '"select"'],
    ["execute", '"execute"'],
  ])("%j is %s", (name, quoted) => expect(quoteIdentifier(name)).toBe(quoted));
});

describe("isReservedWord", () => {
  test.each(["select", "SELECT", "with", "current_user", "json_table", "auto", "json_serialize"])("%s", (word) => {
    expect(isReservedWord(word)).toBe(true);
  });

  test.each(["task_id", "row", "array", "time", "date", "count", "user", "constructor", "__proto__", ""])(
    "not %j",
    (word) => {
      expect(isReservedWord(word)).toBe(false);
    },
  );

  test("what every version reserves is refused bare", () => {
    expect(() => parseType("row(values bigint)")).toThrow("reserved words must be in double quotes");
    expect(parseType("row(auto bigint)")).toEqual(parseType('row("auto" bigint)'));
  });
});
