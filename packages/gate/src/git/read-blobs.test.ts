import { truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { contentId } from "../content-id.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { readBlobs } from "./read-blobs.js";
import { openRepository } from "./repository.js";

afterAll(removeTemporaryDirectories);

const files = new TemporaryRepository();

function store(content: Buffer): string {
  files.write({ blob: content });
  return files.git("hash-object", "-w", "blob").trim();
}

async function read(ids: readonly string[]): Promise<Buffer[]> {
  const found: Buffer[] = [];
  await readBlobs(await openRepository(files.directory), ids, (index, bytes) => {
    found[index] = bytes;
  });
  return found;
}

test("blobs of all sizes come whole and in the order asked for, doubled ones twice", async () => {
  const contents = [0, 1, 65_535, 65_536, 300_001, 3].map((size) => Buffer.alloc(size, "a\nb "));
  const ids = contents.map(store);
  const twice = [...ids, ...ids].reverse();
  expect((await read(ids)).map(contentId)).toEqual(ids);
  expect((await read(twice)).map(contentId)).toEqual(twice);
  expect(await read([])).toEqual([]);
});

test("thousands of small blobs come through one process", async () => {
  const contents = Array.from({ length: 30 }, (_, index) => Buffer.from(`{ "index": ${index} }\n`));
  const ids = contents.map(store);
  const asked = Array.from({ length: 9000 }, (_, index) => index % 30);
  const found = await read(asked.map((index) => ids[index] ?? ""));
  expect(found.map(String)).toEqual(asked.map((index) => String(contents[index])));
});

test("an object that is missing or no blob is an error, never an empty file", async () => {
  files.write({ file: "" });
  const commit = files.commit();
  const missing = "0123456789012345678901234567890123456789";
  expect(await refusal(() => read([missing]))).toEqual({
    kind: "unreachable",
    message: `git could not read the blob ${missing}: ${missing} missing`,
  });
  expect((await refusal(() => read([commit]))).message).toMatch(/^git could not read the blob [0-9a-f]+: \S+ commit /);
});

test("a blob past the bound is refused before it is read", async () => {
  files.write({ huge: "" });
  truncateSync(join(files.directory, "huge"), 64 * 1024 * 1024 + 1);
  const id = files.git("hash-object", "-w", "huge").trim();
  expect(await refusal(() => read([id]))).toEqual(
    usage(`The blob ${id} has 67108865 bytes; a file may have 67108864 at most.`),
  );
});
