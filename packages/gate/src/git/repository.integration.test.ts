import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { type Clone, openRepository } from "./repository.js";

afterAll(removeTemporaryDirectories);

async function cloneAt(place: string): Promise<Clone> {
  const { directory, workTree, isShallow } = await openRepository(place);
  return { directory, workTree, isShallow };
}

test("a repository is found from any directory inside it, through links too", async () => {
  const { directory } = new TemporaryRepository();
  mkdirSync(join(directory, "packages/gate"), { recursive: true });
  const link = join(temporaryDirectory(), "link");
  symlinkSync(join(directory, "packages/gate"), link);
  const expected = { directory, workTree: directory, isShallow: false };
  expect(await cloneAt(directory)).toEqual(expected);
  expect(await cloneAt(join(directory, "packages/gate"))).toEqual(expected);
  expect(await cloneAt(link)).toEqual(expected);
});

test("a bare repository has no working tree", async () => {
  const directory = temporaryDirectory();
  new TemporaryRepository().git("init", "--quiet", "--bare", directory);
  expect(await cloneAt(directory)).toEqual({ directory, workTree: null, isShallow: false });
});

test("what is no repository is refused", async () => {
  const directory = temporaryDirectory({ file: "" });
  const missing = join(directory, "missing");
  expect(await refusal(() => openRepository(directory))).toEqual(
    usage(`${directory} is in no git repository; run it in a clone of the one that holds the snapshots.`),
  );
  expect(await refusal(() => openRepository(missing))).toEqual(usage(`There is no directory ${missing}.`));
});

test("objects named by another hash are refused", async () => {
  const directory = temporaryDirectory();
  new TemporaryRepository().git("init", "--quiet", "--object-format=sha256", directory);
  expect(await refusal(() => openRepository(directory))).toEqual(
    usage(`${directory} names its objects by sha256; only sha1 repositories are read.`),
  );
});
