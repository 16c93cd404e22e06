import { expect, test } from "@jest/globals";
import { lintWorkflow } from "./lint-workflow.js";

const workflow = (run: string, more = "") => `name: gate
on:
  pull_request_target:
  merge_group:
permissions: {}
jobs:
  gate:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      checks: write
      pull-requests: write${more}
    steps:
      - run: ${run}
`;

test("a workflow in order has no problems", async () => {
  expect(await lintWorkflow(workflow("echo hello"), ".github/workflows/gate.yml")).toEqual([]);
});

test.each([
  [
    "a title in a script",
    workflow("echo $" + "{{ github.event.pull_request.title }}"),
    [[14, "expression", "github.event.pull_request.title"]],
  ],
  ["an unknown variable", workflow("echo $" + "{{ nobody.here }}"), [[14, "expression", "nobody"]]],
  ["an unknown permission", workflow("echo hello", "\n      check: write"), [[13, "permissions", "check"]]],
])("%s is found where it stands", async (_, text, expected) => {
  const found = await lintWorkflow(text, ".github/workflows/gate.yml");
  expect(found.map(({ line, kind, message }) => [line, kind, /"([^"]*)"/.exec(message)?.[1]])).toEqual(expected);
});
