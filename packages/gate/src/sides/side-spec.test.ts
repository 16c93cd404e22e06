import { expect, test } from "@jest/globals";
import { refusal, usage } from "../testing/user-errors.js";
import { parseSideSpec } from "./side-spec.js";

test.each([
  ["snapshots", { kind: "path", path: "snapshots" }],
  ["./git:main", { kind: "path", path: "./git:main" }],
  ["C:\\snapshots", { kind: "path", path: "C:\\snapshots" }],
  ["git", { kind: "path", path: "git" }],
  ["git:main", { kind: "git", revision: "main", folder: "snapshots" }],
  ["git:main:", { kind: "git", revision: "main", folder: "snapshots" }],
  ["git:main:.", { kind: "git", revision: "main", folder: "." }],
  ["git:main:a:b", { kind: "git", revision: "main", folder: "a:b" }],
  ["git:--upload-pack=x", { kind: "git", revision: "--upload-pack=x", folder: "snapshots" }],
  ["git:HEAD@{2026-11-22 09:00}:views", { kind: "git", revision: "HEAD@{2026-11-22 09:00}", folder: "views" }],
  ["git:HEAD^{/fix: it}", { kind: "git", revision: "HEAD^{/fix: it}", folder: "snapshots" }],
  ["worktree:", { kind: "worktree", folder: "snapshots" }],
  ["worktree:views", { kind: "worktree", folder: "views" }],
  ["live:prod", { kind: "live", profile: "prod" }],
  ["live:", { kind: "live", profile: null }],
  ["plan:", { kind: "plan" }],
])("%s names a side", (text, expected) => {
  expect(parseSideSpec(text)).toEqual(expected);
});

test.each([
  ["", "A side cannot be empty; name a directory, a bundle or git:<rev>."],
  ["git:", "git: needs a revision, as in git:main or git:v1.2:snapshots."],
  ["git::snapshots", "git: needs a revision, as in git:main or git:v1.2:snapshots."],
  ["plan:x", "Nothing may follow plan: in plan:x."],
])("%j names none", async (text, message) => {
  expect(await refusal(() => parseSideSpec(text))).toEqual(usage(message));
});
