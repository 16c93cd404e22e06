import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { defaultBase } from "./default-base.js";
import { requireCommit } from "./find-commit.js";
import { mergeBase } from "./merge-base.js";
import { openRepository } from "./repository.js";

afterAll(removeTemporaryDirectories);

const files = new TemporaryRepository();
const root = files.commit("2026-01-01T00:00:00Z");
files.git("checkout", "--quiet", "-b", "change");
const change = files.commit("2026-01-02T00:00:00Z");
files.git("checkout", "--quiet", "main");
const tip = files.commit("2026-01-03T00:00:00Z");

test("the merge base is where two branches parted", async () => {
  expect(await mergeBase(await openRepository(files.directory), tip, change)).toBe(root);
});

test("branches that were each merged into the other have several merge bases, and are refused until one has all of the other", async () => {
  const files = new TemporaryRepository();
  files.commit("2026-01-01T00:00:00Z");
  files.git("checkout", "--quiet", "-b", "change");
  const harmless = files.commit("2026-01-02T00:00:00Z");
  files.git("checkout", "--quiet", "main");
  const added = files.commit("2026-01-03T00:00:00Z");
  files.git("merge", "--quiet", "--no-edit", harmless);
  files.git("checkout", "--quiet", "change");
  files.git("merge", "--quiet", "--no-edit", added);
  const [tip = "", change = ""] = files.git("rev-parse", "main", "change").split("\n");
  const repository = await openRepository(files.directory);
  expect(await refusal(() => mergeBase(repository, tip, change))).toEqual(
    usage(
      `${tip} and ${change} have several merge bases, so what changed since they parted cannot be told. ` +
        "Merge the base branch into the change, and ask again.",
    ),
  );
  files.git("merge", "--quiet", "--no-edit", "main");
  expect(await mergeBase(repository, tip, files.git("rev-parse", "change").trim())).toBe(tip);
});

test("histories that do not meet are refused", async () => {
  files.git("checkout", "--quiet", "--orphan", "other");
  const other = files.commit();
  const repository = await openRepository(files.directory);
  expect(await refusal(() => mergeBase(repository, tip, other))).toEqual(
    usage(
      `git finds no merge base of ${tip} and ${other}. ` +
        "The two histories have nothing in common; name another base with --base.",
    ),
  );
});

test("a shallow clone without the merge base says how to fetch it", async () => {
  const directory = temporaryDirectory();
  files.git("clone", "--quiet", "--depth=1", "--no-single-branch", `file://${files.directory}`, directory);
  const repository = await openRepository(directory);
  expect(await refusal(() => mergeBase(repository, tip, change))).toEqual(
    usage(
      `git finds no merge base of ${tip} and ${change}. ` +
        "This clone is shallow: fetch the whole history (with actions/checkout, fetch-depth: 0).",
    ),
  );
});

test("the default base is the remote's branch, else main or master, where only one of them is there", async () => {
  const upstream = new TemporaryRepository();
  upstream.commit();
  upstream.git("branch", "--move", "trunk");
  const clone = new TemporaryRepository(temporaryDirectory());
  clone.commit();
  clone.git("branch", "--move", "topic");
  const base = async () => defaultBase(await openRepository(clone.directory));
  expect(await refusal(base)).toEqual(
    usage("There is no origin/HEAD, main or master to compare with; name the base with --base."),
  );
  // A tag of that name is not the branch.
  clone.git("tag", "main");
  clone.git("branch", "master");
  expect(await base()).toBe("refs/heads/master");
  clone.git("branch", "main");
  expect(await refusal(base)).toEqual(
    usage("Both refs/heads/main and refs/heads/master could be the base; name it with --base."),
  );
  clone.git("branch", "--delete", "--force", "master");
  expect(await base()).toBe("refs/heads/main");
  clone.git("remote", "add", "origin", upstream.directory);
  clone.git("fetch", "--quiet", "origin");
  expect(await base()).toBe("refs/heads/main");
  clone.git("remote", "set-head", "origin", "trunk");
  expect(await base()).toBe("refs/remotes/origin/HEAD");
});

test("a name that stands for two commits is refused, whoever pushed the second", async () => {
  const files = new TemporaryRepository();
  files.commit();
  files.git("branch", "--move", "main");
  const first = files.git("rev-parse", "HEAD").trim();
  files.git("tag", "main");
  const resolve = async (revision: string) => requireCommit(await openRepository(files.directory), revision);
  expect(await refusal(() => resolve("main"))).toEqual(
    usage(
      '"main" is ambiguous: refs/heads/main and refs/tags/main. Write out which is meant, such as refs/heads/main.',
    ),
  );
  expect(await resolve("refs/heads/main")).toBe(first);
  files.git("tag", "--delete", "main");
  files.git("branch", first.slice(0, 7));
  expect((await refusal(() => resolve(first.slice(0, 7)))).message).toContain("is ambiguous");
  expect(await resolve(first)).toBe(first);
});
