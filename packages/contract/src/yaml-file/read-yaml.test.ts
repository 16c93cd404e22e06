import { expect, test } from "@jest/globals";
import { UserError } from "../user-error.js";
import { readYaml } from "./read-yaml.js";

const refusal = (text: string) => () => readYaml(text, "a.yaml", "typed");

test("scalars are typed or kept as they are written", () => {
  const text = "a: 0123\nb: 1e5\nc: true\nd: null\ne:\nf: 'null'\ng: 2026-11-22\n";
  const asText = { a: "0123", b: "1e5", c: "true", d: null, e: null, f: "null", g: "2026-11-22" };
  expect(readYaml(text, "a.yaml", "text").value).toEqual(asText);
  expect(readYaml(text, "a.yaml", "typed").value).toEqual({ ...asText, a: 123, b: 100000, c: true });
});

test("an empty file has the value null", () => {
  expect(readYaml("# c\n", "a.yaml", "typed").value).toBe(null);
});

const bomb = `a: &a [x,x]\nb: &b [${"*a,".repeat(9)}*a]\nc: [${"*b,".repeat(9)}*b]`;
const anchors = "anchors (&name) are not read; write the value out where it is needed";
const aliases = "aliases (*name) are not read; write the value out";
test.each([
  ["a tab", "a:\n\tb: 1", ["2:1: not YAML: Tabs are not allowed as indentation"]],
  ["an open quote", "a: 'x", ["1:6: not YAML: Missing closing 'quote"]],
  ["a second document", "a: 1\n---\nb: 2", ["2:1: a second document starts here; one file holds one"]],
  ["a key twice", "a: 1\nb:\n  c: 1\n  'c': 2\n", ['4:3: b: the key "c" stands here twice']],
  ["a prototype", "x:\n  __proto__: {}\n", ["2:3: x: the key __proto__ is never read"]],
  ["a number as key", "1: a", ["1:1: a key must be plain text; put it in quotes"]],
  ["a list as key", "? [a]\n: b", ["1:3: a key must be plain text; put it in quotes"]],
  ["a tag", "a: !!binary aGk=", ["1:13: a: tags (!name) are not read; write the plain value"]],
  ["a foreign tag", "a: [!ruby/object x]", ["1:18: a[0]: tags (!name) are not read; write the plain value"]],
  ["a recursion", "a: &x [*x]", [`1:7: a: ${anchors}`, `1:8: a[0]: ${aliases}`]],
  ["an alias of nothing", "a: *x", [`1:4: a: ${aliases}`]],
  ["old YAML", "%YAML 1.1\n---\na: yes", ["1:1: only YAML 1.2 is read; remove the %YAML line"]],
  ["deep brackets", "a: ".concat("[".repeat(100_000)), ["1:36: nests deeper than 32 levels; write it flatter"]],
  ["deep dashes", "- ".repeat(100_000), ["1:65: nests deeper than 32 levels; write it flatter"]],
  [
    "deep lines",
    Array.from({ length: 40 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
    [`34:34: ${Array.from({ length: 33 }, () => "a").join(".")}: nests deeper than 32 levels`],
  ],
  ["a huge file", `a: ${"x".repeat(262_144)}`, ["1:262145: the file is longer than 262144 characters; shorten it"]],
])("%s is refused", (_what, text, expected) => {
  expect(refusal(text)).toThrow(new UserError("usage", expected.map((line) => `a.yaml:${line}`).join("\n")));
});

test("a bomb of aliases is refused unexploded", () => {
  expect(refusal(bomb)).toThrow(/^a\.yaml:1:7: a: anchors \(&name\) are not read/);
});

test("as many keys as fit are read in linear time", () => {
  const text = Array.from({ length: 30_000 }, (_, index) => `a${index}: 1`).join("\n");
  expect(Object.keys(readYaml(text.slice(0, 262_000), "a.yaml", "typed").value ?? {}).length).toBeGreaterThan(20_000);
});
