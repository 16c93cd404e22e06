import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { firstDays } from "./first-days.js";
import { openRepository } from "./repository.js";

afterAll(removeTemporaryDirectories);

const files = new TemporaryRepository();
files.write({ "s/root": "1", "s/back": "1", "s/gone": "1" });
files.commit("2026-01-01T23:30:00-02:00");
files.remove("s/back", "s/gone");
files.commit("2026-02-01T00:00:00Z");
files.git("checkout", "--quiet", "-b", "change");
files.write({ "s/back": "2", "s/merged": "2" });
files.commit("2026-03-01T00:00:00Z");
files.git("checkout", "--quiet", "main");
files.write({ other: "" });
files.commit("2026-03-02T00:00:00Z");
files.gitAt("2026-04-05T00:00:00Z", "merge", "--quiet", "--no-ff", "--message=merge", "change");
files.git("mv", "s/root", "s/moved");
files.commit("2026-05-01T00:00:00Z");
files.write({ "s/moved": "3", "s/back": "3" });
const tip = files.commit("2026-06-01T00:00:00Z");

test("a file counts from the day it last came to the branch itself, in UTC", async () => {
  const repository = await openRepository(files.directory);
  const asked = ["s/root", "s/back", "s/gone", "s/merged", "s/moved", "s/never"];
  expect(await firstDays(repository, tip, asked)).toEqual(
    new Map([
      ["s/back", "2026-04-05"],
      ["s/merged", "2026-04-05"],
      ["s/moved", "2026-05-01"],
    ]),
  );
  expect(await firstDays(repository, `${tip}~5`, ["s/root"])).toEqual(new Map([["s/root", "2026-01-02"]]));
});

test("what a branch did by itself before it was merged does not count", async () => {
  const merged = new TemporaryRepository();
  merged.write({ kept: "1" });
  merged.commit("2026-01-01T00:00:00Z");
  merged.git("checkout", "--quiet", "-b", "change");
  merged.remove("kept");
  merged.commit("2026-02-01T00:00:00Z");
  merged.write({ kept: "1", new: "1" });
  merged.commit("2026-03-01T00:00:00Z");
  merged.git("checkout", "--quiet", "main");
  merged.gitAt("2026-04-01T00:00:00Z", "merge", "--quiet", "--no-ff", "--message=merge", "change");
  const commit = merged.git("rev-parse", "HEAD").trim();
  const repository = await openRepository(merged.directory);
  expect(await firstDays(repository, commit, ["kept", "new"])).toEqual(
    new Map([
      ["kept", "2026-01-01"],
      ["new", "2026-04-01"],
    ]),
  );
  // A path is a path, never a pattern.
  expect(await firstDays(repository, commit, ["k*", ":/new", ":(glob)**"])).toEqual(new Map());
});

test("no commit is earlier than what it came after, nor are those after one in the future", async () => {
  const dated = new TemporaryRepository();
  const days = ["2026-05-01", "2026-01-01", "2026-06-01", "2099-01-01", "2026-07-01", "1970-01-01"];
  for (const [index, day] of days.entries()) {
    dated.write({ [`s/${index}`]: "" });
    dated.commit(`${day}T12:00:00Z`);
  }
  dated.write({ "s/6": "" });
  const commit = dated.commit("@99999999999999 +0000");
  const asked = Array.from({ length: 7 }, (_, index) => `s/${index}`);
  expect(await firstDays(await openRepository(dated.directory), commit, asked)).toEqual(
    new Map([
      ["s/0", "2026-05-01"],
      ["s/1", "2026-05-01"],
      ["s/2", "2026-06-01"],
      ["s/3", "2099-01-01"],
      ["s/4", "2099-01-01"],
      ["s/5", "2099-01-01"],
      ["s/6", "9000-01-01"],
    ]),
  );
});

test("what the user configured for log and diff changes nothing", async () => {
  const configured = new TemporaryRepository();
  configured.write({ "s/old": "the same lines\n".repeat(20) });
  configured.commit("2026-01-01T00:00:00Z");
  configured.git("mv", "s/old", "s/new");
  const commit = configured.commit("2026-02-01T00:00:00Z");
  const settings = {
    "log.follow": "true",
    "diff.renames": "copies",
    "diff.orderFile": "/nowhere",
    "diff.relative": "true",
  };
  for (const [key, value] of Object.entries(settings)) configured.git("config", key, value);
  const repository = await openRepository(configured.directory);
  expect(await firstDays(repository, commit, ["s/new"])).toEqual(new Map([["s/new", "2026-02-01"]]));
});

test("a thousand files are asked about together, the first commit's too", async () => {
  const many = new TemporaryRepository();
  many.git("config", "log.showRoot", "false");
  const paths = Array.from({ length: 1001 }, (_, index) => `s/${index}`);
  many.write(Object.fromEntries(paths.map((path) => [path, ""])));
  const commit = many.commit("2026-07-01T00:00:00Z");
  const days = await firstDays(await openRepository(many.directory), commit, paths);
  expect(days).toEqual(new Map(paths.map((path) => [path, "2026-07-01"])));
});

test("where a shallow clone ends nothing is called new", async () => {
  const directory = temporaryDirectory();
  files.git("clone", "--quiet", "--depth=2", `file://${files.directory}`, directory);
  const repository = await openRepository(directory);
  expect(await refusal(() => firstDays(repository, tip, ["s/back"]))).toEqual(
    usage(
      "This clone is too shallow to tell since when s/back has been there: " +
        "fetch the whole history (with actions/checkout, fetch-depth: 0).",
    ),
  );
});
