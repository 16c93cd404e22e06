import { execFile, execFileSync, execSync, fork, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { createServer as createPlainServer } from "node:net";
import { expect, test } from "@jest/globals";

test.each([
  ["spawn", () => spawn("git", ["version"]), "the process git"],
  ["spawnSync", () => spawnSync("git", ["version"]), "the process git"],
  ["execFile", () => execFile("git", ["version"]), "the process git"],
  ["execFileSync", () => execFileSync("git", ["version"]), "the process git"],
  ["execSync", () => execSync("git version"), "the process git version"],
  ["fork", () => fork("git"), `the process ${process.execPath}`],
  ["a server", () => createPlainServer().listen(0), "a server"],
  ["an HTTP server", () => createServer().listen(0), "a server"],
])("in a unit test %s is refused", (_, start, what) => {
  expect(start).toThrow(`A unit test starts ${what}: name its file *.integration.test.ts.`);
});
