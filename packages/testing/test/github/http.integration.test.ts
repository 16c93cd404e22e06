import { afterEach, expect, test } from "@jest/globals";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import type { Fault, LoopbackOptions } from "../../src/github/index.js";
import { place, refusal, type Scene, silent, startScene } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

/** The faults of the first requests, in order; then none. */
const inOrder = (...faults: readonly (Fault | null)[]): Partial<LoopbackOptions> => ({
  faults: ({ number }) => faults[number - 1] ?? null,
});

test("a reader who has the newest version is answered 304, which does not count", async () => {
  scene = await startScene();
  const job = scene.as("job");
  const first = await job.repos.get(place);
  const again = { ...place, headers: { "if-none-match": first.headers.etag ?? "" } };
  const [status] = await refusal(job.repos.get(again));
  const { data } = await job.rateLimit.get();
  expect([status, data.rate.used, data.rate.remaining, data.rate.limit]).toEqual([304, 1, 999, 1000]);
  await job.issues.create({ ...place, title: "Drift" });
  expect((await job.repos.get(again)).status).toBe(200);
});

test("lists come in pages that lead on", async () => {
  scene = await startScene();
  const job = scene.as("job");
  const { data: issue } = await job.issues.create({ ...place, title: "Drift" });
  const onIssue = { ...place, issue_number: issue.number };
  for (let at = 1; at <= 31; at += 1) await job.issues.createComment({ ...onIssue, body: `comment ${at}` });
  const first = await job.issues.listComments(onIssue);
  const url = `${scene.github.url}/repos/acme/views/issues/1/comments`;
  expect([first.data.length, first.headers.link]).toEqual([
    30,
    `<${url}?page=2>; rel="next", <${url}?page=2>; rel="last"`,
  ]);
  const second = await job.issues.listComments({ ...onIssue, page: 2 });
  expect([second.data.length, second.headers.link]).toEqual([
    1,
    `<${url}?page=1>; rel="prev", <${url}?page=1>; rel="first"`,
  ]);
  expect((await job.paginate(job.issues.listComments, { ...onIssue, per_page: 7 })).map(({ body }) => body)).toEqual(
    Array.from({ length: 31 }, (_, at) => `comment ${at + 1}`),
  );
  expect((await job.issues.listComments({ ...onIssue, per_page: 100 })).headers.link).toBeUndefined();
});

test("the hour's requests end, and begin anew by the clock", async () => {
  let later = 0;
  scene = await startScene({ limits: { job: 2 }, now: () => new Date(1_790_000_000_000 + later) });
  const job = scene.as("job");
  await job.repos.get(place);
  const last = await job.repos.get(place);
  expect([last.headers["x-ratelimit-remaining"], last.headers["x-ratelimit-reset"]]).toEqual(["0", "1790003600"]);
  expect(await refusal(job.repos.get(place))).toEqual([403, "API rate limit exceeded for installation ID 0."]);
  later = 3_600_000;
  expect((await job.repos.get(place)).headers["x-ratelimit-remaining"]).toBe("1");
});

test("who writes too fast is told how long to wait", async () => {
  let later = 0;
  scene = await startScene({ limits: { writesPerMinute: 2 }, now: () => new Date(1_790_000_000_000 + later) });
  const job = scene.as("job");
  const write = () => job.issues.create({ ...place, title: "Drift" });
  await write();
  later = 20_000;
  await write();
  const wait = await write().catch(
    (error: { response: { headers: Record<string, string> } }) => error.response.headers["retry-after"],
  );
  expect(wait).toBe("40");
  later = 60_000;
  expect((await write()).status).toBe(201);
});

test("the client's own plugin for throttling obeys a secondary rate limit", async () => {
  scene = await startScene(inOrder({ kind: "secondary-rate-limit", retryAfter: 1 }, { kind: "primary-rate-limit" }));
  const told: [string, number][] = [];
  const Throttled = Octokit.plugin(throttling);
  const client = new Throttled({
    baseUrl: scene.github.url,
    auth: "job",
    log: silent,
    throttle: {
      onSecondaryRateLimit: (seconds) => told.push(["secondary", seconds]) > 0,
      onRateLimit: () => told.push(["primary", 0]) < 0,
    },
  });
  expect(await refusal(client.repos.get(place))).toEqual([403, "API rate limit exceeded for installation ID 0."]);
  expect(told).toEqual([
    ["secondary", 1],
    ["primary", 0],
  ]);
  expect(scene.github.requests.map(({ status, fault }) => [status, fault])).toEqual([
    [403, "secondary-rate-limit"],
    [403, "primary-rate-limit"],
  ]);
});

test("the client's own plugin for retries gets through errors, lost connections and lost replies", async () => {
  scene = await startScene(
    inOrder(
      { kind: "status", status: 502 },
      { kind: "lost-reply" },
      { kind: "drop" },
      { kind: "slow", milliseconds: 5 },
    ),
  );
  const Retrying = Octokit.plugin(retry);
  const client = new Retrying({
    baseUrl: scene.github.url,
    auth: "job",
    log: silent,
    retry: { retryAfterBaseValue: 1 },
  });
  const { data } = await client.issues.create({ ...place, title: "Drift" });
  expect(scene.github.requests.map(({ status, fault }) => [status, fault])).toEqual([
    [502, "status"],
    [0, "lost-reply"],
    [0, "drop"],
    [201, "slow"],
  ]);
  // What was done when its reply was lost was done all the same: the retry made a second one.
  expect(data.number).toBe(2);
});
