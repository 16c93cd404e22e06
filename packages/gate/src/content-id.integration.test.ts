import { afterAll, expect, test } from "@jest/globals";
import { contentId, TextMemory } from "./content-id.js";
import { removeTemporaryDirectories } from "./testing/temporary-directory.js";
import { TemporaryRepository } from "./testing/temporary-repository.js";

afterAll(removeTemporaryDirectories);

test.each([
  ["nothing", ""],
  ["text", '{ "name": "täsks" }\n'],
  ["bytes that are no text", Buffer.from([0, 255, 10, 13])],
])("%s has the id git gives it", (_what, content) => {
  const repository = new TemporaryRepository();
  repository.write({ file: content });
  expect(contentId(Buffer.from(content))).toBe(repository.git("hash-object", "--no-filters", "file").trim());
});

test("texts read into one memory, one after the other, have the ids they have elsewhere", () => {
  const memory = new TextMemory(1000);
  const texts = ["", "a", "longer than the one before".repeat(30), "ä", "x".repeat(1000)].map((text) =>
    Buffer.from(text),
  );
  const read = (text: Buffer) => memory.contentId(memory.room.subarray(0, text.copy(memory.room)));
  expect(texts.map(read)).toEqual(texts.map(contentId));
  const elsewhere = [...texts, memory.room.subarray(3, 9), Buffer.from(texts[2] ?? "").subarray(1)];
  expect(elsewhere.map((text) => memory.contentId(text))).toEqual(elsewhere.map(contentId));
});
