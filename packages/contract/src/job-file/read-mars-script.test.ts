import { expect, test } from "@jest/globals";
import { readMarsScript } from "./read-mars-script.js";

const shown = (source: string) => {
  const { tasks, configs, unread } = readMarsScript(source);
  return { tasks: tasks.map(({ name, line, children }) => [name, line, [...children]]), configs, unread };
};

const script = `"""
What this job fills; add_task("not_me") is only said here.
"""
from src.jobs.dag_helper import DagHelper  # add_task("nor_me")

HELPER = DagHelper(__file__)

flaky__runs__raw = HELPER.add_task(
    'flaky__runs__raw'
)
weekly = HELPER.add_task("flaky-weekly__intermediate",)
weekly.set_prev(flaky__runs__raw); HELPER.add_task("flaky__owners__raw")

_DAG = HELPER.extract()
`;

test("tasks, their order and their lines are read from a script", () => {
  expect(shown(script)).toEqual({
    tasks: [
      ["flaky__runs__raw", 8, [["flaky-weekly__intermediate", "on_success"]]],
      ["flaky-weekly__intermediate", 11, []],
      ["flaky__owners__raw", 12, []],
    ],
    configs: [],
    unread: [],
  });
});

test("a configuration is found by the path it is loaded from", () => {
  const text = `_DAG = parse_job_config(
    repo_path("src", "jobs", "dev_prod", "flaky_tests", "job_config.jinja.json"),
    {"schema": get_mars_var("schema"), "day": f"{today() - timedelta(days=1)}"},
)`;
  expect(shown(text)).toEqual({
    tasks: [],
    configs: [{ path: "src/jobs/dev_prod/flaky_tests/job_config.jinja.json", line: 1 }],
    unread: [],
  });
});

test.each([
  ["a task named by an expression", 'H.add_task(f"{name}__raw")', [1]],
  ["a name with an escape", 'H.add_task("a\\x62")', [1]],
  ["a task made elsewhere", "H.add_task(make())", [1]],
  ["a loop", 'for name in names:\n    H.add_task("a")\n', [1, 2]],
  ["an order of what is not known", "a.set_next(b)", [1]],
  ["a text that is not closed", 'H = 1\nx = """\nH.add_task("a")', [1, 2]],
  ["a configuration by a computed path", "_DAG = parse_job_config(path, {})", [1]],
  ["something else that fills the job", "_DAG = build()", [1]],
])("%s is said not to be read", (_, text, unread) => {
  expect(shown(text)).toEqual({ tasks: [], configs: [], unread });
});

test("a hostile script takes no time to speak of", () => {
  const brackets = "(".repeat(200_000);
  const quotes = `"""${'\\"""'.repeat(100_000)}`;
  expect([shown(brackets).unread, shown(quotes).unread]).toEqual([[1], [1]]);
});
