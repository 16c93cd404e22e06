import { execFileSync, spawn } from "node:child_process";
import { closeSync, constants, openSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { refusal, usage } from "../testing/user-errors.js";
import { MAX_BUNDLE_BYTES, readBundle } from "./read-bundle.js";

afterAll(removeTemporaryDirectories);

const advice = "Compare directories, or bundles of fewer views.";

test("a bundle longer than can be compared is refused before it is read", async () => {
  const cwd = temporaryDirectory({ "long.json": "" });
  const size = 3 * 1024 ** 3;
  // A file with a hole takes no room.
  truncateSync(join(cwd, "long.json"), size);
  expect(await refusal(() => readBundle("long.json", cwd))).toEqual(
    usage(`long.json has ${size} bytes; a bundle may have ${MAX_BUNDLE_BYTES} at most. ${advice}`),
  );
});

test("what comes through a pipe is read to its end", () => {
  const text = "schema gate ".repeat(200_000);
  const cwd = temporaryDirectory({ "bundle.json": text });
  execFileSync("mkfifo", [join(cwd, "pipe")]);
  // Another process writes, as reading waits for it.
  spawn("sh", ["-c", "cat bundle.json > pipe"], { cwd, stdio: "ignore" });
  expect(readBundle("pipe", cwd).toString()).toBe(text);
});

/** A pipe that holds these bytes and has no other end any more. */
function aPipe(text: string): { cwd: string; close: () => void } {
  const cwd = temporaryDirectory();
  execFileSync("mkfifo", [join(cwd, "pipe")]);
  // Open both ways, so that nobody waits for anybody.
  const both = openSync(join(cwd, "pipe"), constants.O_RDWR);
  writeSync(both, text);
  return { cwd, close: () => closeSync(both) };
}

test("what comes through a pipe is read until there is too much", async () => {
  const { cwd, close } = aPipe("x".repeat(100));
  expect(await refusal(() => readBundle("pipe", cwd, 99))).toEqual(
    usage(`pipe does not end; a bundle may have 99 at most. ${advice}`),
  );
  close();
});
