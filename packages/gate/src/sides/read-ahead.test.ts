import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { readAhead } from "./read-ahead.js";

afterAll(removeTemporaryDirectories);

test("a file is read whole", async () => {
  const folder = temporaryDirectory();
  const bytes = Buffer.alloc(3 << 20, "schema gate ");
  writeFileSync(join(folder, "bundle.json"), bytes);
  const read = await readAhead(join(folder, "bundle.json"));
  expect((await read?.())?.equals(bytes)).toBe(true);
});

test("what is no plain file is left to whoever reads it in earnest", async () => {
  const folder = temporaryDirectory();
  expect(await Promise.all([folder, join(folder, "missing"), "/dev/null"].map(readAhead))).toEqual([null, null, null]);
});
