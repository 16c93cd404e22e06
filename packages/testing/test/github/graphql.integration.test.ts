import { afterEach, expect, test } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import { refusal, type Scene, startScene } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

const one = `query ($oid: GitObjectID!) {
  repository(owner: "acme", name: "views") { object(oid: $oid) { __typename oid ... on Blob { byteSize isBinary isTruncated text } } }
}`;
/** For answers that say what is wrong: the client's `graphql` throws them. */
async function ask(client: Octokit, query: string, variables: object = {}) {
  const { data, headers } = await client.request("POST /graphql", { query, variables });
  return { data, left: headers["x-ratelimit-remaining"], of: headers["x-ratelimit-resource"] };
}

async function blobOf(text: string | Buffer): Promise<{ readonly oid: string; readonly object: unknown }> {
  scene = await startScene();
  scene.github.addToken("writer", { job: "acme/views", permissions: { contents: "write" } });
  const content = Buffer.from(text).toString("base64");
  const writer = scene.as("writer");
  const { data } = await writer.git.createBlob({ owner: "acme", repo: "views", content, encoding: "base64" });
  const { repository } = await writer.graphql<{ repository: { object: unknown } }>(one, {
    oid: data.sha,
  });
  return { oid: data.sha, object: repository.object };
}

test.each([
  ["text", "zwölf\r\n", { byteSize: 8, isBinary: false, isTruncated: false, text: "zwölf\r\n" }],
  ["nothing", "", { byteSize: 0, isBinary: false, isTruncated: false, text: "" }],
  ["a binary", Buffer.from([1, 0, 2]), { byteSize: 3, isBinary: true, isTruncated: false, text: null }],
  ["no UTF-8", Buffer.from([0x61, 0xff]), { byteSize: 2, isBinary: null, isTruncated: false, text: "a\ufffd" }],
  [
    "more than GitHub tells",
    "x".repeat(512_001),
    { byteSize: 512_001, isBinary: false, isTruncated: true, text: "x".repeat(512_000) },
  ],
])("a blob of %s comes as GitHub's schema has it", async (_, text, told) => {
  const { oid, object } = await blobOf(text);
  expect(object).toEqual({ __typename: "Blob", oid, ...told });
});

test("several objects come by one query for one point, and what is not there is null", async () => {
  scene = await startScene();
  const { root } = scene.shas;
  const blob = scene.repository.git("rev-parse", "main:a.txt");
  const query = `query ($c: GitObjectID!) { repository(owner: "acme", name: "views") {
    a: object(oid: "${blob}") { ... on Blob { text } }
    b: object(oid: "${"0".repeat(40)}") { oid }
    c: object(oid: $c) { __typename oid }
    d: object(expression: "main:folder") { __typename }
  } }`;
  const { data, left, of } = await ask(scene.as("job"), query, { c: root });
  expect([data, left, of]).toEqual([
    {
      data: {
        repository: {
          a: { text: "one\n" },
          b: null,
          c: { __typename: "Commit", oid: root },
          d: { __typename: "Tree" },
        },
      },
    },
    "999",
    "graphql",
  ]);
  const { data: rates } = await scene.as("job").rateLimit.get();
  expect([rates.resources.core.used, rates.resources.graphql?.used]).toEqual([0, 1]);
});

test("a GitHub Enterprise Server answers below /api", async () => {
  scene = await startScene();
  const client = scene.as("job");
  const baseUrl = `${scene.github.url}/api/v3`;
  expect((await client.request("GET /repos/acme/views", { baseUrl })).data.full_name).toBe("acme/views");
  const oid = scene.shas.root;
  expect(await client.graphql(one, { oid, baseUrl })).toEqual({
    repository: { object: { __typename: "Commit", oid } },
  });
  expect(scene.github.requests.map(({ operation }) => operation)).toEqual(["repos/get", "graphql"]);
});

test("a query that GitHub's schema does not take is refused, and the test cannot end well", async () => {
  scene = await startScene();
  const wrong = `{ repository(owner: "acme", name: "views") { object(oid: "x") { content } } viewer { login } }`;
  const messages = [
    'Cannot query field "content" on type "GitObject".',
    'Cannot query field "viewer" on type "Query".',
  ];
  const { data } = await ask(scene.as("job"), wrong);
  expect(data.errors.map(({ message }: { message: string }) => message)).toEqual(messages);
  expect(scene.github.takeProblems()).toEqual(messages.map((message) => `GraphQL: ${message}`));
});

test("who may not see a repository or its contents is told so, kind by kind", async () => {
  scene = await startScene();
  scene.github.addToken("elsewhere", { job: "acme/views", permissions: { checks: "read" } });
  const asked = (name: string) =>
    `{ repository(owner: "acme", name: "${name}") { object(expression: "main") { oid } } }`;
  expect((await ask(scene.as("job"), asked("none"))).data).toMatchObject({
    data: { repository: null },
    errors: [{ type: "NOT_FOUND", path: ["repository"] }],
  });
  expect((await ask(scene.as("elsewhere"), asked("views"))).data).toMatchObject({
    data: { repository: { object: null } },
    errors: [{ type: "FORBIDDEN", path: ["repository", "object"], message: "Resource not accessible by integration" }],
  });
  expect((await refusal(ask(scene.as("bad"), asked("views"))))[0]).toBe(401);
});

test("points are counted apart from requests; when they are used up GitHub says so with 200", async () => {
  scene = await startScene({ limits: { job: 1 } });
  const job = scene.as("job");
  const { root: oid } = scene.shas;
  await ask(job, one, { oid });
  expect(await ask(job, one, { oid })).toEqual({
    data: {
      errors: [
        {
          type: "RATE_LIMIT",
          code: "graphql_rate_limit",
          message: "API rate limit already exceeded for installation ID 0.",
        },
      ],
    },
    left: "0",
    of: "graphql",
  });
  expect((await job.repos.get({ owner: "acme", repo: "views" })).status).toBe(200);
});

test("a query that reads more than GitHub has time for is answered 504", async () => {
  scene = await startScene({ queryBytes: 7 });
  const at = (...paths: string[]) =>
    `{ repository(owner: "acme", name: "views") { ${paths.map((path, index) => `b${index}: object(expression: "main:${path}") { oid }`).join(" ")} } }`;
  expect((await ask(scene.as("job"), at("a.txt"))).data.errors).toBeUndefined();
  expect((await refusal(ask(scene.as("job"), at("a.txt", "folder/b.txt"))))[0]).toBe(504);
});
