import { expect, test } from "@jest/globals";
import { UserError } from "../user-error.js";
import { parseWaiver } from "./parse-waiver.js";

const text = `formatVersion: 1
finding: 9f2c41d07ab3e815
rule: column-removed
view: awsdatacatalog.dev_prod_live.evergreen_tasks_v1
path: pod_id
before: varchar
after: null
owner: ada@example.com
reason: Nobody has read it for a year.
ends: 2027-05-31
`;
const file = "waivers/9f2c41d07ab3e815.yaml";
const waiver = {
  formatVersion: 1,
  finding: "9f2c41d07ab3e815",
  rule: "column-removed",
  view: "awsdatacatalog.dev_prod_live.evergreen_tasks_v1",
  path: "pod_id",
  before: "varchar",
  after: null,
  owner: "ada@example.com",
  reason: "Nobody has read it for a year.",
  ends: "2027-05-31",
};

test("a waiver is read whole", () => {
  expect(parseWaiver(text, file)).toEqual(waiver);
});

test.each([
  ["an id of digits", "0123456789012345"],
  ["an id that looks like a number with an exponent", "12345678901234e5"],
])("%s stays what it is", (_what, id) => {
  expect(parseWaiver(text.replaceAll("9f2c41d07ab3e815", id), `waivers/${id}.yaml`)).toEqual({
    ...waiver,
    finding: id,
  });
});

test.each([
  ["before: true", "true"],
  ["before: 12", "12"],
  ["before: 'null'", "null"],
  ["before: null", null],
  ["before: ~", null],
  ["before:", null],
  ['before: ""', ""],
])("%s is %j", (line, expected) => {
  expect(parseWaiver(text.replace("before: varchar", line), file)).toEqual({ ...waiver, before: expected });
});

test.each([
  ["path", 'path: ""', { path: "" }],
  ["reason", "reason: |\n  One\n  two.", { reason: "One\ntwo.\n" }],
])("%s may also be %j", (key, line, expected) => {
  expect(parseWaiver(text.replace(new RegExp(`^${key}: .*$`, "m"), line), file)).toEqual({ ...waiver, ...expected });
});

test.each([
  [
    "a format from the future",
    "formatVersion: 1",
    "formatVersion: 2",
    '1:16: formatVersion: "2" is unknown; this version of Schema Gate reads 1',
  ],
  ["no format", "formatVersion: 1\n", "", "1:1: formatVersion: is missing; write formatVersion: 1"],
  [
    "an id of the wrong length",
    "finding: 9f2c41d07ab3e815",
    "finding: 9f2c",
    "2:10: finding: must be the finding's id, 16 hexadecimal digits",
  ],
  [
    "another id than the file's",
    "finding: 9f",
    "finding: 8f",
    "2:10: finding: must be what the file is named for; name the file waivers/8f2c41d07ab3e815.yaml",
  ],
  [
    "a pattern of rules",
    "rule: column-removed",
    "rule: column-*",
    "3:7: rule: must be a rule's id, like column-removed",
  ],
  ["an empty path", "path: pod_id", "path:", "5:6: path: must be text, not empty"],
  ["no before", "before: varchar\n", "", "1:1: before: is missing; it must be text"],
  ["an empty owner", "owner: ada@example.com", 'owner: ""', "8:8: owner: must not be empty"],
  ["an empty reason", "reason: Nobody has read it for a year.", "reason: ' '", "9:9: reason: must not be empty"],
  ["a day that does not exist", "2027-05-31", "2027-02-30", "10:7: ends: must be a date that exists, like 2026-11-22"],
  [
    "a misspelt key",
    "owner:",
    "ownr:",
    '1:1: owner: is missing; it must be text\nwaivers/9f2c41d07ab3e815.yaml:8:1: unknown key "ownr"; did you mean owner?',
  ],
  [
    "an alias",
    "owner: ada@example.com",
    "owner: *ada",
    "8:8: owner: aliases (*name) are not read; write the value out",
  ],
])("%s is refused", (_what, from, to, problem) => {
  expect(() => parseWaiver(text.replace(from, to), file)).toThrow(new UserError("usage", `${file}:${problem}`));
});

test.each([
  ["", "must be keys with values, not empty"],
  ["- a", "must be keys with values, not a list"],
  ["formatVersion", "must be keys with values, not text"],
])("%j is no waiver", (whole, problem) => {
  expect(() => parseWaiver(whole, file)).toThrow(new UserError("usage", `${file}:1:1: ${problem}`));
});
