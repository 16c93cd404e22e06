import { afterAll, expect, test } from "@jest/globals";
import { check } from "../check/check.js";
import { request } from "../testing/guarded-repository.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";

afterAll(removeTemporaryDirectories);

const tasks = snapshotFiles([aView("evergreen_tasks_v1", ["task_id varchar"])]);
const config = "leads: { members: [ada] }\nactions: { risky: block }\n";

type Files = Readonly<Record<string, string>>;

/** A repository whose `main` holds these files, with the branch `change` checked out. */
function repositoryOf(content: Files): TemporaryRepository {
  const files = new TemporaryRepository();
  files.write({ "notes.md": "", ...content });
  files.commit("2026-01-01T00:00:00Z");
  files.git("checkout", "--quiet", "-b", "change");
  return files;
}

async function edits(files: TemporaryRepository): Promise<readonly unknown[]> {
  const { report } = await check(request(files));
  return report.findings
    .filter(({ rule }) => rule === "policy-edited")
    .map(({ path, message, location, action }) => [path, message.split(":")[0], location?.file ?? null, action]);
}

test.each<[string, Files, Files, readonly unknown[]]>([
  [
    "comments and order are no edit",
    { ...tasks, "schema-gate.yaml": config },
    { "schema-gate.yaml": "# Who decides.\nactions:\n  risky: block\nleads:\n  members: [ada]\n" },
    [],
  ],
  ["a first file that says what holds anyway is none", tasks, { "schema-gate.yaml": "supportWindow: P3M\n" }, []],
  [
    "a first file that says anything else is one",
    tasks,
    { "schema-gate.yaml": "supportWindow: P4M\n" },
    [['@policy("schema-gate.yaml")', "schema-gate.yaml is changed", "schema-gate.yaml", "block"]],
  ],
  ["a text about waivers is none", tasks, { "waivers/README.md": "", "waivers/.gitkeep": "" }, []],
  ["files of other folders are none", tasks, { "team/schema-gate.yaml": config, "waivers.yaml": "" }, []],
  ["where no view is guarded there is nothing to weaken", {}, { ...tasks, "schema-gate.yaml": config }, []],
])("%s", async (_what, before, after, expected) => {
  const files = repositoryOf(before);
  files.write(after);
  expect(await edits(files)).toEqual(expected);
  files.commit("2026-02-01T00:00:00Z");
  expect(await edits(files)).toEqual(expected);
});

test("what the base did meanwhile is no edit of the branch, and neither is having done the same", async () => {
  const files = repositoryOf({ ...tasks, "schema-gate.yaml": config });
  files.git("checkout", "--quiet", "main");
  files.write({ "schema-gate.yaml": `${config}supportWindow: P4M\n` });
  files.commit("2026-02-01T00:00:00Z");
  files.git("checkout", "--quiet", "change");
  expect(await edits(files)).toEqual([]);
  files.write({ "schema-gate.yaml": `# Longer.\n${config}supportWindow: P4M\n` });
  expect(await edits(files)).toEqual([]);
  files.remove("schema-gate.yaml");
  expect(await edits(files)).toEqual([['@policy("schema-gate.yaml")', "schema-gate.yaml is removed", null, "block"]]);
});
