import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { findCommit, requireCommit } from "./find-commit.js";
import { openRepository } from "./repository.js";

afterAll(removeTemporaryDirectories);

const files = new TemporaryRepository();
files.write({ "snapshots/readme": "one" });
const commit = files.commit();
files.git("tag", "--annotate", "--message=release", "v1");
files.git("update-ref", "refs/heads/-n", commit);

test.each(["HEAD", "main", "v1", commit, commit.slice(0, 12), "HEAD@{0}", "HEAD^{/change}", "-n"])(
  "%s names a commit",
  async (revision) => {
    expect(await findCommit(await openRepository(files.directory), revision)).toBe(commit);
  },
);

test.each([
  "nope",
  "",
  "^HEAD",
  "HEAD..HEAD",
  "--all",
  "--git-dir",
  "--upload-pack=touch pwned",
  "-h",
  "HEAD:snapshots",
  "HEAD\nHEAD",
  "HEAD; touch pwned",
  "$(touch pwned)",
  "0".repeat(40),
])("%j names none, whatever it may look like", async (revision) => {
  const repository = await openRepository(files.directory);
  expect(await findCommit(repository, revision)).toBe(null);
  expect(files.git("status", "--porcelain")).toBe("");
});

test("a revision that names no commit is refused with what to do", async () => {
  const repository = await openRepository(files.directory);
  expect(await refusal(() => requireCommit(repository, "n\u001b[31mope"))).toEqual(
    usage('git knows no commit "n\\\\u{1b}[31mope". Fetch it, or name a branch, tag or commit that `git log` knows.'),
  );
  expect(await refusal(() => findCommit(repository, "a\0b"))).toEqual(
    usage("A revision or path for git cannot hold a NUL character."),
  );
});
