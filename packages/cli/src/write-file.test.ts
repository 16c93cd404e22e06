import { mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { replaceFile, writeNewFile } from "./write-file.js";

const folder = mkdtempSync(join(tmpdir(), "write-file-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("no file takes the place of a pipe or a device", () => {
  // By a link, so that a defect here harms nobody.
  symlinkSync("/dev/null", join(folder, "device"));
  for (const write of [replaceFile, writeNewFile]) {
    expect(() => write(folder, "device", "text")).toThrow(
      "Cannot write device: it is a device or a pipe; name a file.",
    );
  }
  expect([readdirSync(folder), readlinkSync(join(folder, "device"))]).toEqual([["device"], "/dev/null"]);
});
