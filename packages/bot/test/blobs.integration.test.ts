import { createHash } from "node:crypto";
import { afterAll, afterEach, expect, test } from "@jest/globals";
import {
  bareRepository,
  type LoopbackGithub,
  type LoopbackOptions,
  startLoopbackGithub,
} from "@schema-gate/testing/github";
import { commitsOfGitHub } from "../src/github/commits/api-commits.js";
import { GitHubError } from "../src/github/github-error.js";
import { octokitGitHub } from "../src/github/octokit/octokit-github.js";

const bare = bareRepository();
const plain = bare.addBlobs(Array.from({ length: 300 }, (_, index) => `${index}\n`));

let github: LoopbackGithub | null = null;
afterEach(async () => {
  await github?.close();
  github = null;
});
afterAll(() => bare.remove());

async function commitsAt(
  options: Partial<LoopbackOptions> = {},
  below = "",
  permissions: object = { contents: "read" },
) {
  const repositories = [{ fullName: "acme/views", gitDir: bare.directory }];
  const tokens = { reader: { job: "acme/views", permissions: { ...permissions } } };
  github = await startLoopbackGithub({ repositories, tokens, ...options });
  const place = { apiUrl: `${github.url}${below}`, owner: "acme", repository: "views", second: 1 };
  return commitsOfGitHub(octokitGitHub({ ...place, credentials: { kind: "token", token: "reader" } }));
}

type Commits = Awaited<ReturnType<typeof commitsAt>>;

/** The ids of what was handed on, in the order it was: bytes that are what was asked for. */
async function idsRead(commits: Commits, ids: readonly string[]): Promise<readonly string[]> {
  const read: string[] = [];
  await commits.readBlobs(ids, (index, bytes) => {
    expect(index).toBe(read.length);
    read.push(createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex"));
  });
  return read;
}

/** How many requests of each operation there were, and how many failed. */
function asked(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation, status } of github?.requests ?? []) {
    const name = `${operation}${status === 200 ? "" : ` ${status}`}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

test.each([
  [1, { "git/get-blob": 1 }],
  [20, { "git/get-blob": 20 }],
  [21, { graphql: 1 }],
  [125, { graphql: 1 }],
  [126, { graphql: 2 }],
  [300, { graphql: 3 }],
])("%i blobs cost no more requests than they must", async (count, requests) => {
  const ids = plain.slice(0, count);
  expect(await idsRead(await commitsAt(), ids)).toEqual(ids);
  expect(asked()).toEqual(requests);
});

test("what text cannot tell is asked for by itself, byte for byte", async () => {
  const told = bare.addBlobs(["\ufefffirst", "one\r\ntwo\r", "", "🙈\u2028é", "x".repeat(512_000)]);
  const alone = bare.addBlobs([Buffer.from([1, 0, 2]), Buffer.from([0x61, 0xff, 0x62]), "y".repeat(512_001)]);
  const ids = [...plain.slice(0, 10), ...alone, ...plain.slice(10, 20), ...told];
  expect(await idsRead(await commitsAt(), ids)).toEqual(ids);
  expect(asked()).toEqual({ graphql: 1, "git/get-blob": alone.length });
});

test("a text that is not what its id says is not believed", async () => {
  const altered = (operation: string, body: unknown) =>
    operation === "graphql" ? JSON.parse(JSON.stringify(body).replace('"7\\n"', '"8\\n"')) : body;
  const ids = plain.slice(0, 30);
  expect(await idsRead(await commitsAt({ spoil: altered }), ids)).toEqual(ids);
  expect(asked()).toEqual({ graphql: 1, "git/get-blob": 1 });
});

test("blobs asked for twice at a time, and again, are read once", async () => {
  const ids = plain.slice(0, 200);
  const commits = await commitsAt();
  commits.expectReads(ids);
  const all = await Promise.all([idsRead(commits, ids), idsRead(commits, [...ids].reverse())]);
  expect([...all, await idsRead(commits, ids)]).toEqual([ids, [...ids].reverse(), ids]);
  expect(asked()).toEqual({ graphql: 2 });
});

test("a query that takes too long is asked again in halves", async () => {
  const ids = bare.addBlobs(Array.from({ length: 100 }, (_, index) => `${index} ${"z".repeat(1000)}`));
  expect(await idsRead(await commitsAt({ queryBytes: 60_000 }), ids)).toEqual(ids);
  expect(asked()).toEqual({ "graphql 504": 1, graphql: 2 });
});

test("where queries always fail, blobs are asked for by themselves", async () => {
  const failing = ({ operation }: { operation: string | null }) =>
    operation === "graphql" ? ({ kind: "status", status: 502 } as const) : null;
  const ids = plain.slice(0, 80);
  expect(await idsRead(await commitsAt({ faults: failing }), ids)).toEqual(ids);
  expect(asked()).toEqual({ "graphql 502": 3, "git/get-blob": 80 });
});

/** As GitHub answers a query that costs it too much: some of it is not told. */
function cut(body: unknown, kept: number): unknown {
  const { data } = body as { data: { repository: Record<string, unknown> } };
  const told = Object.entries(data.repository).map(([name, blob], index) => [name, index < kept ? blob : null]);
  const error = { type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." };
  return { data: { repository: Object.fromEntries(told) }, errors: [error] };
}

test("what an answer was cut by is asked for again", async () => {
  const spoil = (operation: string, body: unknown) => (operation === "graphql" ? cut(body, 50) : body);
  const ids = plain.slice(0, 120);
  expect(await idsRead(await commitsAt({ spoil }), ids)).toEqual(ids);
  // Of 120 are told 50, of the other 70 are told 50, and the last 20 are few.
  expect(asked()).toEqual({ graphql: 2, "git/get-blob": 20 });
});

test("an answer without any of it is asked for again in halves", async () => {
  const spoil = (operation: string, body: unknown) => (operation === "graphql" ? cut(body, 0) : body);
  const ids = plain.slice(0, 60);
  expect(await idsRead(await commitsAt({ spoil }), ids)).toEqual(ids);
  expect(asked()).toEqual({ graphql: 3, "git/get-blob": 60 });
});

async function refusal(reading: Promise<unknown>) {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GitHubError)) throw error ?? new Error("Nothing was refused.");
  return { kind: error.kind, reason: error.reason, message: error.message };
}

const limited = (text: string) => ({
  kind: "unreachable",
  reason: "limited",
  message: `Cannot read 30 blobs: GitHub's rate limit is used up (${text}).`,
});

test("points that are used up are said so, and requests are not spent in their place", async () => {
  const commits = await commitsAt({ limits: { job: 0 } });
  expect(await refusal(idsRead(commits, plain.slice(0, 30)))).toEqual(
    limited("API rate limit already exceeded for installation ID 0."),
  );
  expect(asked()).toEqual({ graphql: 1 });
});

test("so are they in the words GitHub had for it before", async () => {
  const errors = [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }];
  const commits = await commitsAt({ spoil: () => ({ errors }) });
  expect(await refusal(idsRead(commits, plain.slice(0, 30)))).toEqual(limited("GraphQL Rate Limit Exceeded"));
  expect(asked()).toEqual({ graphql: 1 });
});

test("a missing permission is named", async () => {
  const commits = await commitsAt({}, "", { checks: "read" });
  expect(await refusal(idsRead(commits, plain.slice(0, 30)))).toEqual({
    kind: "usage",
    reason: "forbidden",
    message:
      "Cannot read 30 blobs: Resource not accessible by integration. The token lacks the permission " +
      '"contents: read"; grant it to the workflow or to the app.',
  });
  expect(asked()).toEqual({ graphql: 1 });
});

test("a blob that is not there is missing, not empty", async () => {
  const commits = await commitsAt();
  const missing = "0".repeat(40);
  expect(await refusal(idsRead(commits, [...plain.slice(0, 30), missing]))).toMatchObject({ reason: "missing" });
  expect(asked()).toEqual({ graphql: 1, "git/get-blob 404": 1 });
});

test("a GitHub Enterprise Server is asked where it answers queries", async () => {
  const ids = plain.slice(0, 30);
  expect(await idsRead(await commitsAt({}, "/api/v3"), ids)).toEqual(ids);
  expect(asked()).toEqual({ graphql: 1 });
});
