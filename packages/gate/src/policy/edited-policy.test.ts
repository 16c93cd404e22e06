import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { commitsOfClone } from "../git/commits.js";
import { openRepository } from "../git/repository.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { readEditedPolicy } from "./edited-policy.js";
import { ownersOfViews } from "./owners-of-views.js";

afterAll(removeTemporaryDirectories);

const readable = "actions: { risky: block }\n";

/** A repository whose branch `change` left `main` with one policy; both go on from there. */
class ChangedRepository extends TemporaryRepository {
  readonly mergeBase: string;

  constructor(files: Readonly<Record<string, string | Buffer>>) {
    super();
    this.write(files);
    this.mergeBase = this.commit();
    this.git("checkout", "--quiet", "-b", "change");
  }

  async edited() {
    const head = this.commit();
    const commits = commitsOfClone(await openRepository(this.directory));
    const base = this.git("rev-parse", "main").trim();
    return readEditedPolicy(commits, { mergeBase: this.mergeBase, base, head });
  }
}

test("every edit of configuration and waivers is found, and nothing else", async () => {
  const files = new ChangedRepository({
    "schema-gate.yaml": "",
    "waivers/kept.yaml": "1",
    "waivers/edited.yaml": "1",
    "waivers/removed.yaml": "1",
    "waivers/README.md": "1",
    "other/schema-gate.yaml": "1",
  });
  files.write({
    "schema-gate.yaml": readable,
    "waivers/edited.yaml": "2",
    "waivers/added.yaml": Buffer.from([0xff]),
    "waivers/README.md": "2",
    "waivers/.hidden": "2",
    "other/schema-gate.yaml": "2",
    "waivers.yaml": "2",
  });
  files.remove("waivers/removed.yaml");
  expect(await files.edited()).toEqual([
    { file: "schema-gate.yaml", isRemoved: false, waiver: null },
    { file: "waivers/added.yaml", isRemoved: false, waiver: { file: "waivers/added.yaml", text: null } },
    { file: "waivers/edited.yaml", isRemoved: false, waiver: { file: "waivers/edited.yaml", text: "2" } },
    { file: "waivers/removed.yaml", isRemoved: true, waiver: null },
  ]);
});

test("a branch that merely lags behind edits nothing, and neither does one that does what the base did since", async () => {
  const files = new ChangedRepository({ "schema-gate.yaml": "", "waivers/a.yaml": "1" });
  files.git("checkout", "--quiet", "main");
  files.write({ "schema-gate.yaml": readable, "waivers/a.yaml": "2" });
  files.commit();
  files.git("checkout", "--quiet", "change");
  expect(await files.edited()).toEqual([]);
  files.write({ "schema-gate.yaml": readable });
  expect(await files.edited()).toEqual([]);
  files.write({ "waivers/a.yaml": "3" });
  expect(await files.edited()).toEqual([
    { file: "waivers/a.yaml", isRemoved: false, waiver: { file: "waivers/a.yaml", text: "3" } },
  ]);
});

test("a removed configuration is an edit", async () => {
  const files = new ChangedRepository({ "schema-gate.yaml": readable });
  files.remove("schema-gate.yaml");
  expect(await files.edited()).toEqual([{ file: "schema-gate.yaml", isRemoved: true, waiver: null }]);
});

test("what would stop everybody once it is merged is refused: a configuration nobody can read, a link, a folder", async () => {
  const broken = new ChangedRepository({ "schema-gate.yaml": "" });
  broken.write({ "schema-gate.yaml": "actions: { risky: perhaps }" });
  expect((await refusal(() => broken.edited())).message).toMatch(/^schema-gate\.yaml:1:19: actions\.risky: /);
  broken.write({ "schema-gate.yaml": Buffer.from([0xff]) });
  expect(await refusal(() => broken.edited())).toEqual(
    usage("Cannot read schema-gate.yaml: it is not UTF-8. Save it as UTF-8."),
  );
  const linked = new ChangedRepository({ "waivers/a.yaml": "1" });
  symlinkSync("a.yaml", join(linked.directory, "waivers/b.yaml"));
  expect(await refusal(() => linked.edited())).toEqual(
    usage("waivers/b.yaml is a symbolic link; only plain files are read."),
  );
  const folder = new ChangedRepository({ a: "" });
  folder.write({ "schema-gate.yaml/x": "" });
  expect(await refusal(() => folder.edited())).toEqual(
    usage("schema-gate.yaml is a folder here (schema-gate.yaml/x); it must be a file."),
  );
});

test("owners come from the contracts of the commit that is named", async () => {
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
  expect(await owners("deep/snapshots", "a.b.tasks_v1")).toEqual(new Map([["a.b.tasks_v1", ["linus"]]]));
  expect(await owners("elsewhere", "a.b.tasks_v1")).toEqual(new Map());
});
