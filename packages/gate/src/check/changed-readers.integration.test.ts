import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { blocking, guardedRepository, request } from "../testing/guarded-repository.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import type { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { check } from "./check.js";

afterAll(removeTemporaryDirectories);

const query = "readers/finance/costs.sql";
const job = "src/jobs/dev_prod/weekly/weekly.sql";
const notUtf8 = (file: string) => `Cannot read ${file}: it is not UTF-8. Save it as UTF-8.`;

function guarded(write: (files: TemporaryRepository) => void): TemporaryRepository {
  const { files } = guardedRepository();
  write(files);
  return files;
}

test.each<[string, (files: TemporaryRepository) => void, string]>([
  ["not UTF-8", (files) => files.write({ [query]: Buffer.from([0xff]) }), notUtf8(query)],
  ["a job's and not UTF-8", (files) => files.write({ [job]: Buffer.from([0xff]) }), notUtf8(job)],
  [
    "of no team",
    (files) => files.write({ "readers/costs.sql": "SELECT 1" }),
    "readers/costs.sql belongs to no team; move it to readers/<team>/.",
  ],
])("a query that is %s is refused before it stops every other change", async (_what, write, reason) => {
  const files = guarded(write);
  expect(await refusal(() => check(request(files)))).toEqual(usage(reason));
  files.commit();
  expect(await refusal(() => check(request(files, { head: "HEAD" })))).toEqual(usage(reason));
});

test("so is a link", async () => {
  const files = guarded((change) => {
    change.write({ "readers/finance/x": "" });
    symlinkSync("x", join(change.directory, query));
  });
  expect((await refusal(() => check(request(files)))).message).toMatch(/costs\.sql: it is a symbolic link\.$/);
  files.commit();
  expect(await refusal(() => check(request(files, { head: "HEAD" })))).toEqual(
    usage(`${query} is a symbolic link; only plain files are read.`),
  );
});

test("one that was merged so stops nobody who mends it, or leaves it and breaks nothing", async () => {
  const files = guarded((before) => before.write({ [query]: Buffer.from([0xff]), [job]: Buffer.from([0xff]) }));
  files.commit();
  files.git("branch", "--force", "main");
  files.write({ "readers/finance/hosts.sql": "SELECT 1", "src/jobs/dev_prod/weekly/other.sql": "SELECT 1" });
  expect(await blocking(request(files))).toEqual(["pass"]);
  files.write({ [query]: "SELECT 1" });
  files.remove(job);
  expect(await blocking(request(files))).toEqual(["pass"]);
});
