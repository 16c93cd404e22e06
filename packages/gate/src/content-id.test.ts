import { afterAll, expect, test } from "@jest/globals";
import { contentId } from "./content-id.js";
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
