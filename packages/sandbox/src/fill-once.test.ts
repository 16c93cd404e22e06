import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { fillOnce } from "./fill-once.js";

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "fill-once-"));
});
afterEach(() => rm(cache, { recursive: true }));

const writes = (text: string) => (folder: string) => writeFile(join(folder, "server"), text);

test("a folder is filled once and then reused, leaving nothing else in the cache", async () => {
  await fillOnce(join(cache, "a", "trino"), writes("first"));
  await fillOnce(join(cache, "a", "trino"), writes("second"));
  expect(await readdir(join(cache, "a"))).toEqual(["trino"]);
  expect(await readFile(join(cache, "a", "trino", "server"), "utf8")).toBe("first");
});

test("of two at once one fills and the other waits for it", async () => {
  let filled = 0;
  const fill = async (folder: string) => {
    filled += 1;
    await writes("whole")(folder);
  };
  await Promise.all([fillOnce(join(cache, "trino"), fill), fillOnce(join(cache, "trino"), fill)]);
  expect(filled).toBe(1);
});

test("a filling that fails leaves nothing, and the next one may try again", async () => {
  const fails = async (folder: string) => {
    await writes("half")(folder);
    throw new Error("line dropped");
  };
  await expect(fillOnce(join(cache, "trino"), fails)).rejects.toThrow("line dropped");
  expect(await readdir(cache)).toEqual([]);
  await fillOnce(join(cache, "trino"), writes("whole"));
  expect(await readdir(cache)).toEqual(["trino"]);
});

test("what a killed process left unfinished is removed", async () => {
  await mkdir(join(cache, "trino.unfinished-1"));
  await mkdir(join(cache, "other.unfinished-1"));
  await fillOnce(join(cache, "trino"), writes("whole"));
  expect((await readdir(cache)).sort()).toEqual(["other.unfinished-1", "trino"]);
});
