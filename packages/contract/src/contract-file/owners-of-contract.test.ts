import { expect, test } from "@jest/globals";
import { ownersOfContract } from "./owners-of-contract.js";

const asOf = "2026-11-22";

test.each([
  [
    "a team with members",
    "team: { name: Evergreen, members: [{ username: ada }, { username: grace, role: owner }] }",
    ["ada", "grace"],
  ],
  ["members as the standard had them before", "team: [{ username: ada }, { username: grace }]", ["ada", "grace"]],
  ["a team without members", "team: { name: Evergreen }", []],
  ["no team", "version: 1.0.0", []],
  ["nothing", "", []],
  ["members left empty", "team: { members: }", []],
  ["a name of digits", "team: [{ username: 0123 }]", ["0123"]],
  ["what is no member", "team: [ada, { name: grace }, { username: }, { username: [] }, 7]", []],
  [
    "who leaves that day or left before",
    "team: [{ username: ada, dateOut: 2026-11-22 }, { username: eve, dateOut: 2020-01-01 }]",
    [],
  ],
  ["who leaves later", "team: [{ username: ada, dateOut: 2026-11-23 }]", ["ada"]],
  [
    "who joins that day, and later",
    "team: [{ username: ada, dateIn: 2026-11-22 }, { username: eve, dateIn: 2026-11-23 }]",
    ["ada"],
  ],
  ["dates nobody can read", "team: [{ username: ada, dateOut: later }, { username: eve, dateIn: 2026-02-30 }]", []],
])("%s", (_what, text, owners) => {
  expect(ownersOfContract(text, "schemas/a/b/c.yaml", asOf)).toEqual(owners);
});

test("what is not YAML is an error with its place", () => {
  expect(() => ownersOfContract("team: [", "schemas/a/b/c.yaml", asOf)).toThrow(/^schemas\/a\/b\/c\.yaml:1:/);
});
