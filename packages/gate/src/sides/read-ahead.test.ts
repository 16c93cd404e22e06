import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { readAhead } from "./read-ahead.js";
import { MAX_BUNDLE_BYTES } from "./read-bundle.js";

afterAll(removeTemporaryDirectories);

test("a file is read whole", async () => {
  const folder = temporaryDirectory();
  const bytes = Buffer.alloc(3 << 20, "schema gate ");
  writeFileSync(join(folder, "bundle.json"), bytes);
  const read = await readAhead(join(folder, "bundle.json"));
  expect((await read?.())?.equals(bytes)).toBe(true);
});

test("a file longer than a bundle may be is left to whoever reads it in earnest", async () => {
  const folder = temporaryDirectory({ "long.json": "" });
  // A file with a hole takes no room.
  truncateSync(join(folder, "long.json"), MAX_BUNDLE_BYTES + 1);
  expect(await readAhead(join(folder, "long.json"))).toBe(null);
});

test("what is no plain file is left to whoever reads it in earnest", async () => {
  const folder = temporaryDirectory();
  expect(await Promise.all([folder, join(folder, "missing"), "/dev/null"].map(readAhead))).toEqual([null, null, null]);
});
