import { afterAll, expect, test } from "@jest/globals";
import { commitsOfClone } from "../git/commits.js";
import { openRepository } from "../git/repository.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { ownersOfViews } from "./owners-of-views.js";

afterAll(removeTemporaryDirectories);

test("owners come from the contracts of the commit that is named, and none from one that cannot be read", async () => {
  const files = new TemporaryRepository();
  files.write({
    "schemas/a/b/tasks_v1.yaml": "team: { members: [{ username: ada }] }",
    "schemas/a/b/hosts_v1.yaml": "team: { members: [{ username: grace }, { username: eve, dateOut: 2026-01-01 }] }",
    "schemas/a/b/other_v1.yaml": "not: [yaml",
    "deep/schemas/a/b/tasks_v1.yaml": "team: { members: [{ username: linus }] }",
  });
  const commit = files.commit();
  files.write({ "schemas/a/b/tasks_v1.yaml": "team: { members: [{ username: eve }] }" });
  files.commit();
  const commits = commitsOfClone(await openRepository(files.directory));
  const owners = (folder: string, ...labels: string[]) =>
    ownersOfViews(commits, { commit, folder }, labels, "2026-11-22");
  expect(await owners("snapshots", "a.b.tasks_v1", "a.b.hosts_v1", "a.b.none_v1")).toEqual(
    new Map([
      ["a.b.hosts_v1", ["grace"]],
      ["a.b.tasks_v1", ["ada"]],
    ]),
  );
  expect(await owners("snapshots", "a.b.tasks_v1", "a.b.other_v1")).toEqual(new Map([["a.b.tasks_v1", ["ada"]]]));
  expect(await owners("deep/snapshots", "a.b.tasks_v1")).toEqual(new Map([["a.b.tasks_v1", ["linus"]]]));
  expect(await owners("elsewhere", "a.b.tasks_v1")).toEqual(new Map());
});
