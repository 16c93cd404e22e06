import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { driftHelp } from "../drift/command/drift-options.js";
import { help, readOptions } from "./options.js";
import { version } from "./version.js";

test.each([
  [[], { kind: "help", text: help }],
  [["--help"], { kind: "help", text: help }],
  [["serve", "-h"], { kind: "help", text: help }],
  [["report-drift", "-h"], { kind: "help", text: driftHelp }],
  [["--version"], { kind: "version" }],
  [["serve"], { kind: "serve", options: { host: undefined, port: undefined, state: undefined } }],
  [
    ["serve", "--port", "0", "--state=/s", "--host", "::1"],
    { kind: "serve", options: { host: "::1", port: "0", state: "/s" } },
  ],
  [
    ["report-drift", "--report", "drift.json"],
    {
      kind: "report-drift",
      options: { report: "drift.json", observed: null, mostIssues: 20, repository: null },
    },
  ],
  [
    ["report-drift", "--report=d", "--observed=o", "--most-issues=0", "--repository=a/b"],
    {
      kind: "report-drift",
      options: { report: "d", observed: "o", mostIssues: 0, repository: "a/b" },
    },
  ],
])("%j asks for %j", (argv, asked) => {
  expect(readOptions(argv)).toEqual(asked);
});

const seeDriftHelp = "Run schema-gate report-drift --help to see what can be asked.";

test.each([
  [["listen"], 'There is no command "listen". Run schema-gate --help to see what can be asked.'],
  [["serve", "twice"], 'There is no command "serve twice". Run schema-gate --help to see what can be asked.'],
  [["serve", "--secret", "x"], "Unknown option '--secret'. Run schema-gate --help to see what can be asked."],
  [["serve", "--port"], "Option '--port <value>' argument missing. Run schema-gate --help to see what can be asked."],
  [["report-drift"], `Say which report is to be told: --report drift.json. ${seeDriftHelp}`],
  [
    ["report-drift", "--report", "d", "--most-issues", "many"],
    `--most-issues "many" is not a number up to 9999. ${seeDriftHelp}`,
  ],
  [["report-drift", "--report", "d", "--port", "1"], `Unknown option '--port'. ${seeDriftHelp}`],
  [["report-drift", "d"], `Unexpected argument 'd'. ${seeDriftHelp}`],
])("%j is refused", (argv, message) => {
  expect(() => readOptions(argv)).toThrow(expect.objectContaining({ kind: "usage", message }));
});

test("the version is the manifest's", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(version).toBe(manifest.version);
});
