import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { readOptions } from "./options.js";
import { version } from "./version.js";

test.each([
  [[], { kind: "help" }],
  [["--help"], { kind: "help" }],
  [["serve", "-h"], { kind: "help" }],
  [["--version"], { kind: "version" }],
  [["serve"], { kind: "serve", options: { host: undefined, port: undefined, state: undefined } }],
  [
    ["serve", "--port", "0", "--state=/s", "--host", "::1"],
    { kind: "serve", options: { host: "::1", port: "0", state: "/s" } },
  ],
])("%j asks for %j", (argv, asked) => {
  expect(readOptions(argv)).toEqual(asked);
});

test.each([
  [["listen"], 'There is no command "listen". Run schema-gate --help to see what can be asked.'],
  [["serve", "twice"], 'There is no command "serve twice". Run schema-gate --help to see what can be asked.'],
  [["serve", "--secret", "x"], "Unknown option '--secret'. Run schema-gate --help to see what can be asked."],
  [["serve", "--port"], "Option '--port <value>' argument missing. Run schema-gate --help to see what can be asked."],
])("%j is refused", (argv, message) => {
  expect(() => readOptions(argv)).toThrow(expect.objectContaining({ kind: "usage", message }));
});

test("the version is the manifest's", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(version).toBe(manifest.version);
});
