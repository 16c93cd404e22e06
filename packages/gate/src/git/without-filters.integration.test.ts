import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { withoutFilters } from "./without-filters.js";

afterAll(removeTemporaryDirectories);

test("without filters nothing is switched off", async () => {
  expect(await withoutFilters(new TemporaryRepository().directory)).toEqual([]);
});

test("every filter is switched off, whatever its name, and what only reads is left alone", async () => {
  const files = new TemporaryRepository();
  const settings = {
    "filter.lfs.clean": "a",
    "filter.lfs.required": "true",
    'filter.My "odd"\t.x.process': "b",
    "filter.lfs.smudge": "c",
  };
  for (const [key, value] of Object.entries(settings)) files.git("config", key, value);
  files.git("config", "--add", "filter.lfs.clean", "twice");
  const options = ["filter.lfs.clean=", "filter.lfs.required=false", 'filter.My "odd"\t.x.process='];
  expect(await withoutFilters(files.directory)).toEqual(options.flatMap((option) => ["-c", option]));
});

test("a filter that cannot be switched off is refused", async () => {
  const files = new TemporaryRepository();
  files.git("config", "filter.a=b.clean", "x");
  expect(await refusal(() => withoutFilters(files.directory))).toEqual(
    usage('git is configured to run a filter that cannot be switched off: filter.a=b.clean. Rename it without "=".'),
  );
});
