import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { replaceFile, writeNewFile } from "./write-file.js";

const folder = mkdtempSync(join(tmpdir(), "write-file-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("no file takes the place of a pipe or a device", () => {
  execFileSync("mkfifo", [join(folder, "pipe")]);
  for (const write of [replaceFile, writeNewFile]) {
    expect(() => write(folder, "pipe", "text")).toThrow("Cannot write pipe: it is a device or a pipe; name a file.");
  }
  expect([readdirSync(folder), lstatSync(join(folder, "pipe")).isFIFO()]).toEqual([["pipe"], true]);
});
