import { execFileSync } from "node:child_process";
import { afterAll, afterEach, expect, test } from "@jest/globals";
import type { UserErrorKind } from "@schema-gate/contract";
import {
  bareRepository,
  type FaultPlan,
  type LoopbackGithub,
  type LoopbackOptions,
  startLoopbackGithub,
} from "@schema-gate/testing/github";
import { commitsOfGitHub } from "../src/github/commits/api-commits.js";
import type { GitHub } from "../src/github/github.js";
import { GitHubError } from "../src/github/github-error.js";
import { octokitGitHub } from "../src/github/octokit/octokit-github.js";

const bare = bareRepository();
const first = bare.commit({ branch: "main", files: { "snapshots/a.json": "one", "snapshots/b/c.json": "two" } });
const next = bare.commit({ branch: "main", files: { "snapshots/a.json": "three" } });
const apart = bare.commit({ branch: "apart", files: { other: "" } });
const blob = bare.git("rev-parse", `${next}:snapshots/a.json`);
const tree = bare.git("rev-parse", `${next}:snapshots`);

let started: LoopbackGithub | null = null;
afterEach(async () => {
  await started?.close();
  started = null;
});
afterAll(() => bare.remove());

const permissions = { contents: "read", pull_requests: "read" } as const;

async function gitHub(options: Partial<LoopbackOptions> = {}, token = "reader"): Promise<GitHub> {
  const repositories = [{ fullName: "acme/views", gitDir: bare.directory }];
  const tokens = {
    reader: { job: "acme/views", permissions },
    nothing: { job: "acme/views", permissions: {} },
  } as const;
  started = await startLoopbackGithub({ repositories, tokens, ...options });
  const access = { apiUrl: started.url, owner: "acme", repository: "views", second: 1, timeout: 500 };
  return octokitGitHub({ ...access, credentials: { kind: "token", token } });
}

function gitsIdOf(text: string): string {
  return execFileSync("git", ["hash-object", "--stdin"], { input: text, encoding: "utf8" }).trim();
}

interface Refusal {
  readonly kind: UserErrorKind;
  readonly reason: string;
  readonly message: string;
}

async function refusal(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GitHubError)) throw error ?? new Error("The call refused nothing.");
  return { kind: error.kind, reason: error.reason, message: error.message };
}

test("a blob whose bytes are not its own is refused", async () => {
  const content = Buffer.from("four").toString("base64");
  const swapped = (operation: string, body: unknown) =>
    operation === "git/get-blob" ? { ...(body as object), content } : body;
  const commits = commitsOfGitHub(await gitHub({ spoil: swapped }));
  expect(await refusal(commits.readBlobs([blob], () => {}))).toEqual({
    kind: "unreachable",
    reason: "unclear",
    message: `GitHub's answer for blob ${blob} is not that blob, but ${gitsIdOf("four")}.`,
  });
});

test("a tree that is never told whole is refused", async () => {
  const cut = (operation: string, body: unknown) =>
    operation === "git/get-tree" ? { ...(body as object), truncated: true } : body;
  const commits = commitsOfGitHub(await gitHub({ spoil: cut }));
  const root = bare.git("rev-parse", `${next}^{tree}`);
  const message = (id: string) => `Tree ${id} has more entries than GitHub tells; spread its files over folders.`;
  const refused = (id: string) => ({ kind: "usage", reason: "refused", message: message(id) });
  expect(await refusal(commits.files(next, ""))).toEqual(refused(root));
  expect(await refusal(commits.files(next, "snapshots"))).toEqual(refused(root));
  expect(await refusal(commits.changes(first, next, ["snapshots"]))).toMatchObject({ reason: "refused" });
});

test("an answer that is not as described is refused, never read as empty", async () => {
  const emptied = (operation: string, body: unknown) =>
    operation === "git/get-tree" ? { ...(body as object), tree: null } : body;
  const github = await gitHub({ spoil: emptied });
  // The double finds the spoilt reply too, and answers 500 in its place.
  expect(await refusal(github.tree(tree, "alone"))).toMatchObject({ kind: "unreachable", reason: "unclear" });
  expect(started?.takeProblems().length).toBeGreaterThan(0);
});

test("a history that leaves a commit out is refused", async () => {
  const shortened = (operation: string, body: unknown) =>
    operation === "repos/list-commits" && Array.isArray(body) ? body.slice(0, 1) : body;
  const commits = commitsOfGitHub(await gitHub({ spoil: shortened }));
  expect(await refusal(commits.firstDays(next, ["snapshots/a.json"]))).toEqual({
    kind: "unreachable",
    reason: "unclear",
    message: `GitHub lists the history of ${next} without its commit ${first}.`,
  });
});

/** The same commits without who wrote and who committed them, as GitHub tells of some that were written by hand. */
function unsigned(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(unsigned);
  const listed = body as { readonly commits?: unknown; readonly commit?: object };
  if (listed.commits !== undefined) return { ...listed, commits: unsigned(listed.commits) };
  return { ...listed, author: null, committer: null, commit: { ...listed.commit, author: null, committer: null } };
}

test("commits that nobody signed are nobody's, and no older than what they came after", async () => {
  const spoil = (operation: string, body: unknown) =>
    ["repos/compare-commits-with-basehead", "repos/list-commits"].includes(operation) ? unsigned(body) : body;
  const github = await gitHub({ spoil });
  expect(await github.commitsBetween(first, next)).toEqual([
    { id: next, parents: [first], author: null, address: "", logins: [] },
  ]);
  const commits = commitsOfGitHub(github);
  expect(await commits.firstDays(next, ["snapshots/a.json"])).toEqual(new Map([["snapshots/a.json", "1970-01-01"]]));
});

test("a missing permission is named, by us and by GitHub", async () => {
  const github = await gitHub({}, "nothing");
  expect(await refusal(github.pullRequest(1))).toEqual({
    kind: "usage",
    reason: "forbidden",
    message:
      "Cannot read pull request 1: Resource not accessible by integration - https://docs.github.com/rest. The token lacks " +
      'the permission "pull requests: read" (GitHub says: pull_requests=read); grant it to the workflow or to the app.',
  });
});

test("what is not there is said to be not there, or not to be seen", async () => {
  const github = await gitHub();
  expect(await refusal(github.pullRequest(1))).toEqual({
    kind: "usage",
    reason: "missing",
    message:
      "Cannot read pull request 1: Not Found - https://docs.github.com/rest. It is not there, or the token may not see it: " +
      'that takes the permission "pull requests: read".',
  });
  expect(await refusal(github.mergeBase(next, apart))).toMatchObject({ reason: "missing" });
  expect(await refusal(github.commit("0".repeat(40)))).toMatchObject({ reason: "missing" });
});

test("a token GitHub does not know is refused as such", async () => {
  expect(await refusal((await gitHub({}, "forged")).commit(next))).toMatchObject({ kind: "usage", reason: "refused" });
});

/** Faults for the first requests, as many as are given. */
function firstRequests(...faults: readonly ReturnType<FaultPlan>[]): FaultPlan {
  return ({ number }) => faults[number - 1] ?? null;
}

test("errors of GitHub's own, dropped connections and both rate limits are waited out", async () => {
  const plan = firstRequests(
    { kind: "status", status: 502 },
    { kind: "drop" },
    { kind: "secondary-rate-limit", retryAfter: 2 },
    { kind: "lost-reply" },
    { kind: "secondary-rate-limit", retryAfter: 1 },
  );
  const github = await gitHub({ faults: plan });
  expect((await github.commit(next)).id).toBe(next);
  expect(started?.requests.length).toBe(6);
});

test.each<[string, ReturnType<FaultPlan>, string]>([
  ["stays down", { kind: "status", status: 503 }, "unclear"],
  ["never answers in time", { kind: "slow", milliseconds: 700 }, "unclear"],
  ["makes us wait for an hour", { kind: "secondary-rate-limit", retryAfter: 3600 }, "limited"],
  ["has given all it gives this hour", { kind: "primary-rate-limit" }, "limited"],
])("a GitHub that %s is unreachable, which is no verdict", async (_what, fault, reason) => {
  const github = await gitHub({ faults: () => fault });
  expect(await refusal(github.commit(next))).toMatchObject({ kind: "unreachable", reason });
  // Those who hang up on a slow answer are none of the double's problems.
  if (fault?.kind === "slow") started?.takeProblems();
});
