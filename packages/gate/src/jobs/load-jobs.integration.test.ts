import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import type { Job } from "@schema-gate/contract";
import { commitTree } from "../files/commit-tree.js";
import { directoryTree } from "../files/directory-tree.js";
import { openRepository } from "../git/repository.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { loadJobs } from "./load-jobs.js";

afterAll(removeTemporaryDirectories);

const at = "src/jobs/dev_prod";
const files = {
  [`${at}/flaky_tests/__mars__.py`]: 'H = DagHelper(__file__)\nH.add_task("flaky__runs__raw")\n_DAG = H.extract()\n',
  [`${at}/flaky_tests/sql_jobs/flaky__runs__raw.sql`]: "SELECT 1",
  [`${at}/weekly_report/__mars__.py`]: `_DAG = parse_job_config(repo_path("src", "jobs", "configs", "weekly.json"), {})\n`,
  "src/jobs/configs/weekly.json": `[{"name": "to the sheet", "type": "presto", "sql_script_name": "src/jobs/sql/weekly.sql",
  "destination": {"type": "gsheet"}}]`,
  "src/jobs/sql/weekly.sql": "SELECT 2",
  [`${at}/broken/job_config.jinja.json`]: '[\n{"name": "a"}]',
  [`${at}/loops/__mars__.py`]:
    'for name in names:\n    H.add_task(name)\n_DAG = parse_job_config(repo_path("gone.json"), {})\n',
  "elsewhere/__mars__.py": "",
  "src/jobs/helpers.py": "",
};

const shown = ({ name, folder, tasks, problems }: Job) => ({
  name,
  folder,
  tasks: tasks.map((task) => [task.name, task.file, task.sqlFile]),
  problems: problems.map(({ file, line, message }) => `${file}:${line}: ${message}`),
});

async function treeOf({ directory }: TemporaryRepository, commit: string) {
  return commitTree(await openRepository(directory), commit);
}

const unread = "this statement is not understood, so the job may have tasks that nobody sees";
const expected = [
  {
    name: "broken",
    folder: `${at}/broken`,
    tasks: [],
    problems: [`${at}/broken/job_config.jinja.json:2: [0].type: is missing; it must be text`],
  },
  {
    name: "flaky_tests",
    folder: `${at}/flaky_tests`,
    tasks: [["flaky__runs__raw", `${at}/flaky_tests/__mars__.py`, `${at}/flaky_tests/sql_jobs/flaky__runs__raw.sql`]],
    problems: [],
  },
  {
    name: "loops",
    folder: `${at}/loops`,
    tasks: [],
    problems: [
      `${at}/loops/__mars__.py:1: ${unread}`,
      `${at}/loops/__mars__.py:2: ${unread}`,
      `${at}/loops/__mars__.py:3: it loads gone.json, which is in no folder of jobs`,
    ],
  },
  {
    name: "weekly_report",
    folder: `${at}/weekly_report`,
    tasks: [["to the sheet", "src/jobs/configs/weekly.json", "src/jobs/sql/weekly.sql"]],
    problems: [],
  },
];

test("a directory and a commit hold the same jobs, each with what could not be understood of it", async () => {
  const repository = new TemporaryRepository();
  repository.write(files);
  const commit = repository.commit();
  expect((await loadJobs(directoryTree(repository.directory), ["src/jobs", "none"])).jobs.map(shown)).toEqual(expected);
  repository.remove("src");
  const tree = await treeOf(repository, commit);
  expect((await loadJobs(tree, ["src/jobs", "src/jobs/dev_prod"])).jobs.map(shown)).toEqual(expected);
  expect((await loadJobs(directoryTree(repository.directory), ["src/jobs"])).jobs.map(shown)).toEqual([]);
});

test("a commit finds the files that hold names, in any case; a directory hands over all", async () => {
  const repository = new TemporaryRepository();
  repository.write({
    "a/1.sql": "FROM Flaky_1",
    "a/2.sql": Buffer.from("\0flaky_2"),
    "a/3.sql": "other",
    "b/1.sql": "flaky_1",
  });
  const tree = await treeOf(repository, repository.commit());
  expect(await tree.mentioning(["a"], ["flaky_1", "flaky_2"])).toEqual(["a/1.sql", "a/2.sql"]);
  expect(await tree.mentioning(["a"], ["nobody"])).toEqual([]);
  expect(await tree.mentioning(["none"], ["flaky_1"])).toEqual([]);
  expect(await directoryTree(repository.directory).mentioning(["a"], ["x"])).toEqual(["a/1.sql", "a/2.sql", "a/3.sql"]);
});

test("links in the place of jobs are refused", async () => {
  const repository = new TemporaryRepository();
  repository.write({ "src/jobs/a/x": "" });
  symlinkSync("x", join(repository.directory, "src/jobs/a/__mars__.py"));
  const commit = repository.commit();
  const inCommit = async () => loadJobs(await treeOf(repository, commit), ["src/jobs"]);
  expect(await refusal(inCommit)).toEqual(
    usage("src/jobs/a/__mars__.py is a symbolic link; only plain files are read."),
  );
  const here = directoryTree(repository.directory);
  expect((await refusal(() => loadJobs(here, ["src/jobs"]))).message).toMatch(/it is a symbolic link\.$/);
});
