import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { githubDescription } from "../../src/github/description/description.js";
import { routeOf } from "../../src/github/description/route.js";
import { handlers } from "../../src/github/operations/handlers.js";

test("every operation kept of GitHub's description is done, and no other", () => {
  const wanted: string[] = JSON.parse(readFileSync(new URL("../../github/operations.json", import.meta.url), "utf8"));
  expect(
    githubDescription()
      .operations.map(({ id }) => id)
      .sort(),
  ).toEqual([...wanted].sort());
  expect(Object.keys(handlers).sort()).toEqual([...wanted].sort());
});

test.each([
  ["GET", "/repos/acme/views/contents/", "repos/get-content", { owner: "acme", repo: "views", path: "" }],
  [
    "GET",
    "/repos/acme/views/contents/a%20b/c.txt",
    "repos/get-content",
    { owner: "acme", repo: "views", path: "a b/c.txt" },
  ],
  [
    "GET",
    "/repos/acme/views/commits/team/x/status",
    "repos/get-combined-status-for-ref",
    { owner: "acme", repo: "views", ref: "team/x" },
  ],
  ["GET", "/repos/acme/views/commits/team%2Fx", "repos/get-commit", { owner: "acme", repo: "views", ref: "team/x" }],
  [
    "GET",
    "/repos/acme/views/branches/team/x/protection",
    "repos/get-branch-protection",
    { owner: "acme", repo: "views", branch: "team/x" },
  ],
  [
    "GET",
    "/repos/acme/views/compare/main...team/x",
    "repos/compare-commits-with-basehead",
    { owner: "acme", repo: "views", basehead: "main...team/x" },
  ],
  [
    "GET",
    "/repos/acme/views/issues/comments/7",
    "issues/get-comment",
    { owner: "acme", repo: "views", comment_id: "7" },
  ],
])("%s %s is %s", (method, path, id, values) => {
  const route = routeOf(method, path);
  expect([route?.operation.id, route?.path]).toEqual([id, values]);
});

test("what GitHub does not describe is no operation", () => {
  expect([
    routeOf("GET", "/repos/acme/views/nonsense"),
    routeOf("DELETE", "/repos/acme/views/check-runs/1"),
    routeOf("GET", "/"),
  ]).toEqual([null, null, null]);
});
