import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { readRun } from "./read-run.js";

const commit = "a".repeat(40);
const base = "b".repeat(40);
const pull = { action: "opened", pull_request: { number: 7, head: { sha: "not looked at" } } };
const queue = `refs/heads/gh-readonly-queue/main/pr-7-${base}`;

test.each([
  ["pull_request_target", pull, true, { kind: "pull-request", number: 7, otherHeads: [] }],
  ["pull_request_target", { ...pull, before: commit }, true, { kind: "pull-request", number: 7, otherHeads: [commit] }],
  ["pull_request", pull, false, { kind: "pull-request", number: 7, otherHeads: [] }],
  ["pull_request_review", pull, false, { kind: "pull-request", number: 7, otherHeads: [] }],
  ["workflow_run", { workflow_run: { head_sha: commit } }, true, { kind: "head", head: commit }],
  ["push", { ref: "refs/heads/release/1" }, true, { kind: "branch", branch: "release/1" }],
  ["push", { ref: "refs/heads/gone", deleted: true }, true, null],
  ["push", { ref: "refs/tags/v1" }, true, null],
  [
    "merge_group",
    { merge_group: { head_sha: commit, base_sha: base, head_ref: queue } },
    true,
    { kind: "merge-group", group: { head: commit, base, pullRequest: 7 } },
  ],
  ["schedule", {}, true, { kind: "branch", branch: null }],
  ["workflow_dispatch", {}, true, { kind: "branch", branch: null }],
] as const)("%s of %j", (event, payload, isTrusted, asked) => {
  expect(readRun(event, payload)).toEqual({ event, isTrusted, asked });
});

test.each([
  ["issue_comment", {}, 'On the event "issue_comment" there is nothing to judge; use pull_request, '],
  ["__proto__", {}, 'On the event "__proto__" there is nothing to judge; use pull_request, '],
  ["constructor", {}, 'On the event "constructor" there is nothing to judge; use pull_request, '],
  ["pull_request_target", null, "The event pull_request_target is not as GitHub describes it ("],
  ["pull_request_target", { action: "opened", pull_request: { number: "7; id" } }, "The event pull_request_target is "],
  ["pull_request_target", { action: "opened", pull_request: { number: -1 } }, "The event pull_request_target is "],
  [
    "pull_request_target",
    { ...pull, before: "../../x" },
    "The event pull_request_target is not as GitHub describes it (",
  ],
  ["workflow_run", { workflow_run: { head_sha: "main" } }, "The event workflow_run is not as GitHub describes it ("],
  ["push", { ref: 7 }, "The event push is not as GitHub describes it ("],
  [
    "merge_group",
    { merge_group: { head_sha: commit, base_sha: base, head_ref: "refs/heads/main" } },
    "The event merge_group is not as GitHub describes it (merge_group.head_ref: is no branch of the merge queue).",
  ],
])("%s of %j is refused", (event, payload, sentence) => {
  const refused = () => readRun(event, payload);
  expect(refused).toThrow(UserError);
  expect(refused).toThrow(sentence);
});
