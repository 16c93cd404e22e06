import { truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, test } from "@jest/globals";
import { contentId } from "../content-id.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { prepareBlobs, readBlobs, readBlobsAhead } from "./read-blobs.js";
import { openRepository, type Repository } from "./repository.js";

afterAll(removeTemporaryDirectories);

const files = new TemporaryRepository();

function store(content: Buffer): string {
  files.write({ blob: content });
  return files.git("hash-object", "-w", "blob").trim();
}

async function read(ids: readonly string[], repository?: Repository): Promise<Buffer[]> {
  const found: Buffer[] = [];
  await readBlobs(repository ?? (await openRepository(files.directory)), ids, (index, bytes) => {
    expect(index).toBe(found.length);
    found.push(bytes);
  });
  return found;
}

/** How many processes this one would wait for before it ends. */
function awaitedProcesses(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "ProcessWrap").length;
}

/** Ends once this process waits for no other, and else never: what was ended takes a moment to be gone. */
async function nobodyIsAwaited(): Promise<void> {
  while (awaitedProcesses() > 0) await setTimeout(5);
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

test("whoever asks gets their own blobs, at once or one after the other, and nobody waits for the process after", async () => {
  const ids = Array.from({ length: 60 }, (_, index) => store(Buffer.alloc(index * 3000, "x")));
  const repository = await openRepository(files.directory);
  await nobodyIsAwaited();
  prepareBlobs(repository);
  expect(awaitedProcesses()).toBe(0);
  const [one, other] = [ids.slice(0, 40), ids.slice(20).reverse()];
  const both = Promise.all([read(one, repository), read(other, repository)]);
  await Promise.resolve();
  expect(awaitedProcesses()).toBe(1);
  expect((await both).map((found) => found.map(contentId))).toEqual([one, other]);
  expect((await read(ids, repository)).map(contentId)).toEqual(ids);
  await nobodyIsAwaited();
});

test("one that cannot be read ends what was asked for with it, and no later question", async () => {
  const id = store(Buffer.from("still here"));
  const missing = "0123456789012345678901234567890123456789";
  const repository = await openRepository(files.directory);
  const message = `git could not read the blob ${missing}: ${missing} missing`;
  const [one, other] = [refusal(() => read([id, missing], repository)), refusal(() => read([id], repository))];
  expect([(await one).message, (await other).message]).toEqual([message, message]);
  expect((await read([id], repository)).map(contentId)).toEqual([id]);
  const refused = await refusal(() =>
    readBlobs(repository, [id], () => {
      throw new Error("not what I asked for");
    }),
  ).catch((error: Error) => error.message);
  expect(refused).toBe("not what I asked for");
  expect((await read([id], repository)).map(contentId)).toEqual([id]);
});

test("what was read ahead is handed on like the rest, in the order asked for, and refused only when asked for", async () => {
  const ids = Array.from({ length: 9 }, (_, index) => store(Buffer.from(`blob ${index}`)));
  const repository = await openRepository(files.directory);
  readBlobsAhead(repository, [...ids.slice(3, 6), ids[3] ?? ""]);
  expect((await read([...ids, ...ids], repository)).map(contentId)).toEqual([...ids, ...ids]);
  expect((await read(ids.slice(4, 5), repository)).map(contentId)).toEqual(ids.slice(4, 5));
  const missing = "0123456789012345678901234567890123456789";
  readBlobsAhead(repository, [ids[0] ?? "", missing]);
  expect((await read(ids.slice(0, 1), repository)).map(contentId)).toEqual(ids.slice(0, 1));
  expect((await refusal(() => read([missing], repository))).kind).toBe("unreachable");
});
