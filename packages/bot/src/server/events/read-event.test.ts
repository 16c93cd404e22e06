import { expect, test } from "@jest/globals";
import { commit, views } from "../testing/jobs.js";
import { readEvent } from "./read-event.js";

const source = { repository: { name: "views", owner: { login: "acme" } }, installation: { id: 7 } };
const pull = (action: string, more: object = {}) => ({ action, ...source, pull_request: { number: 3 }, ...more });
const review = (otherHeads: readonly string[] = []) => ({
  kind: "review",
  repository: views,
  pullRequest: 3,
  otherHeads,
});
const queue = `gh-readonly-queue/main/pr-3-${commit("b")}`;
const group = { kind: "merge-group", repository: views, head: commit("a"), base: commit("b"), pullRequest: 3 };
const head = { kind: "head", repository: views, head: commit("a") };
const run = (app: number, branch: string | null) => ({
  action: "rerequested",
  ...source,
  check_run: { head_sha: commit("a"), app: { id: app }, check_suite: { head_branch: branch } },
});
const suite = (app: number, branch: string | null) => ({
  action: "rerequested",
  ...source,
  check_suite: { head_sha: commit("a"), app: { id: app }, head_branch: branch },
});
const said = (comment: object, more: object = {}) => ({
  action: "created",
  ...source,
  issue: { number: 3, pull_request: {} },
  comment: { id: 9, body: "/schema-gate recheck", user: { login: "ada", type: "User" }, ...comment },
  ...more,
});
const command = {
  kind: "command",
  repository: views,
  pullRequest: 3,
  comment: 9,
  login: "ada",
  command: { name: "recheck" },
};

test.each([
  ["pull_request", pull("opened"), review()],
  ["pull_request", pull("reopened"), review()],
  ["pull_request", pull("ready_for_review"), review()],
  ["pull_request", pull("closed"), review()],
  ["pull_request", pull("synchronize", { before: commit("c") }), review([commit("c")])],
  ["pull_request", pull("edited", { changes: { base: { ref: { from: "main" } } } }), review()],
  ["pull_request", pull("edited", { changes: { title: { from: "x" } } }), null],
  ["pull_request", pull("labeled"), null],
  ["pull_request", pull("converted_to_draft"), null],
  ["pull_request_review", pull("submitted"), review()],
  ["pull_request_review", pull("edited"), review()],
  ["pull_request_review", pull("dismissed"), review()],
  ["pull_request_review", pull("requested"), null],
  [
    "push",
    { ...source, ref: "refs/heads/team/main", deleted: false },
    { kind: "branch", repository: views, branch: "team/main" },
  ],
  ["push", { ...source, ref: "refs/heads/main", deleted: true }, null],
  ["push", { ...source, ref: "refs/tags/v1", deleted: false }, null],
  [
    "merge_group",
    {
      action: "checks_requested",
      ...source,
      merge_group: { head_sha: commit("a"), base_sha: commit("b"), head_ref: `refs/heads/${queue}` },
    },
    group,
  ],
  ["merge_group", { action: "destroyed", ...source }, null],
  ["check_run", run(1, "change"), head],
  ["check_run", run(1, queue), group],
  ["check_run", run(1, null), head],
  ["check_run", run(2, "change"), null],
  ["check_run", { ...run(1, "change"), action: "completed" }, null],
  ["check_suite", suite(1, "change"), head],
  ["check_suite", suite(1, queue), group],
  ["check_suite", suite(2, "change"), null],
  ["check_suite", { ...suite(1, "change"), action: "requested" }, null],
  ["issue_comment", said({}), command],
  ["issue_comment", said({ body: "Well done" }), null],
  ["issue_comment", { ...said({}), action: "edited" }, null],
  ["issue_comment", { ...said({}), action: "deleted" }, null],
  ["issue_comment", said({}, { issue: { number: 3 } }), null],
  ["issue_comment", said({ user: { login: "helper[bot]", type: "Bot" } }), null],
  ["issue_comment", said({ user: null }), null],
  ["issue_comment", said({ performed_via_github_app: { id: 5 } }), null],
  ["issue_comment", said({ performed_via_github_app: null }), command],
  ["installation", { action: "created" }, null],
])("%s %j asks for %j", (event, body, task) => {
  expect(readEvent(event, body, 1)).toEqual(task === null ? { kind: "ignored" } : { kind: "task", task });
});

test.each([
  ["pull_request", { ...pull("opened"), installation: undefined }, "installation"],
  ["pull_request", { ...pull("opened"), pull_request: { number: "3" } }, "pull_request.number"],
  ["pull_request", pull("synchronize", { before: "main" }), "before"],
  ["push", { ...source, ref: 7, deleted: false }, "ref"],
  [
    "merge_group",
    {
      action: "checks_requested",
      ...source,
      merge_group: { head_sha: commit("a"), base_sha: commit("b"), head_ref: "refs/heads/x" },
    },
    "merge_group.head_ref",
  ],
  ["check_run", { action: "rerequested", ...source }, "check_run"],
  ["pull_request", "text", ""],
])("%s %j cannot be read", (event, body, place) => {
  expect(readEvent(event, body, 1)).toEqual({
    kind: "unreadable",
    reason: expect.stringMatching(new RegExp(`^${place.replaceAll(".", "\\.")}: `)),
  });
});
