import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { sign } from "@octokit/webhooks-methods";
import { type Job, newJob } from "../job.js";
import { commit, views } from "../testing/jobs.js";
import { appServer } from "./app-server.js";
import type { Reception } from "./receive-delivery.js";

const secret = "a secret of enough letters";
const payload = {
  action: "opened",
  pull_request: { number: 3, head: { sha: commit("a") } },
  repository: { name: "views", owner: { login: "acme" } },
  installation: { id: 7 },
};
const opened = newJob("d-1", { kind: "review", repository: views, pullRequest: 3, otherHeads: [] }, 5);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that stores in memory, and what it stored, took on and counted. */
async function start(isWell = true, isFull = false) {
  const stored: Job[] = [];
  const taken: Job[] = [];
  const received: [string, Reception][] = [];
  const unreadable: string[] = [];
  const errors: unknown[] = [];
  const server = appServer({
    receiving: {
      secret,
      appId: 1,
      now: () => 5,
      store: {
        unfinished: [],
        put: async (job) => {
          if (isFull) throw new Error("ENOSPC: no space left on device");
          if (stored.some(({ id }) => id === job.id)) return "known";
          stored.push(job);
          return "stored";
        },
        postpone: async () => {},
        finish: async () => {},
        probe: async () => {},
      },
      onStored: (job) => void taken.push(job),
      onUnreadable: (_id, event, reason) => void unreadable.push(`${event}: ${reason}`),
    },
    health: async () => ({ isWell, reason: isWell ? null : "store not writable", pending: 0, running: 0 }),
    metrics: async () => ({ type: "text/plain; version=0.0.4", text: "up 1\n" }),
    onReceived: (event, reception) => void received.push([event, reception]),
    onError: (error) => void errors.push(error),
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, stored, taken, received, unreadable, errors };
}

async function deliver(url: string, changed: { body?: string | Buffer; headers?: Record<string, string | null> } = {}) {
  const body = changed.body ?? JSON.stringify(payload);
  const headers = Object.entries({
    "content-type": "application/json",
    "x-github-delivery": "d-1",
    "x-github-event": "pull_request",
    "x-hub-signature-256": body.length === 0 ? "sha256=" : await sign(secret, body.toString()),
    ...changed.headers,
  }).filter((entry): entry is [string, string] => entry[1] !== null);
  const response = await fetch(`${url}/webhooks`, { method: "POST", body, headers });
  return { status: response.status, text: await response.text() };
}

test("a signed delivery is stored, taken on and answered; sent again it has no second effect", async () => {
  const { url, stored, taken, received } = await start();
  expect(await deliver(url)).toEqual({ status: 202, text: "" });
  expect(await deliver(url)).toEqual({ status: 202, text: "" });
  expect(stored).toEqual([opened]);
  expect(taken).toEqual([opened]);
  expect(received).toEqual([
    ["pull_request", "stored"],
    ["pull_request", "known"],
  ]);
});

test.each([
  ["no signature", { headers: { "x-hub-signature-256": null } }, 401],
  ["an empty signature", { headers: { "x-hub-signature-256": "" } }, 401],
  ["the signature of the older kind", { headers: { "x-hub-signature-256": null, "x-hub-signature": "sha1=0" } }, 401],
  ["a forged signature", { headers: { "x-hub-signature-256": `sha256=${"0".repeat(64)}` } }, 401],
  ["bytes that are no text", { body: Buffer.from([0x22, 0xff, 0x22]) }, 401],
  ["nothing", { body: "" }, 401],
  ["no delivery id", { headers: { "x-github-delivery": null } }, 400],
  ["a delivery id that is a path", { headers: { "x-github-delivery": "../../x" } }, 400],
  ["no event", { headers: { "x-github-event": null } }, 400],
  ["no JSON", { body: "{" }, 400],
  ["another content type", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
  ["a payload that is not as GitHub describes it", { body: '{"action":"opened"}' }, 422],
] as const)("%s is refused without a word", async (_what, changed, status) => {
  const { url, stored, errors } = await start();
  expect(await deliver(url, changed)).toEqual({ status, text: "" });
  expect([...stored, ...errors]).toEqual([]);
});

test("a body that was changed on the way is refused", async () => {
  const { url, stored } = await start();
  const signature = await sign(secret, JSON.stringify(payload));
  const body = JSON.stringify({ ...payload, action: "closed" });
  expect(await deliver(url, { body, headers: { "x-hub-signature-256": signature } })).toMatchObject({ status: 401 });
  expect(stored).toEqual([]);
});

test("what is larger than GitHub sends is refused before it is read to its end", async () => {
  const { url, stored } = await start();
  const body = Buffer.alloc(25 * 1024 * 1024 + 1, 0x20);
  const answer = await deliver(url, { body, headers: { "x-hub-signature-256": "sha256=0" } }).catch(() => ({
    status: 413,
  }));
  expect(answer).toMatchObject({ status: 413 });
  expect(stored).toEqual([]);
});

test("what cannot be stored is not answered as if it were", async () => {
  const { url, taken, errors } = await start(true, true);
  expect(await deliver(url)).toEqual({ status: 500, text: "" });
  expect([taken, errors]).toEqual([[], [new Error("ENOSPC: no space left on device")]]);
});

test("an event nobody asked for is answered and forgotten, whatever its name", async () => {
  const { url, stored, received } = await start();
  for (const event of ["star", "constructor", "__proto__"])
    expect(await deliver(url, { headers: { "x-github-event": event } })).toMatchObject({ status: 202 });
  expect(stored).toEqual([]);
  expect(received.map(([, reception]) => reception)).toEqual(["ignored", "ignored", "ignored"]);
});

test("health and metrics", async () => {
  const well = await start();
  const ill = await start(false);
  const get = async (url: string) => {
    const response = await fetch(url);
    return [response.status, response.headers.get("content-type"), await response.text()];
  };
  expect(await get(`${well.url}/healthz`)).toEqual([
    200,
    "application/json",
    '{"reason":null,"pending":0,"running":0}\n',
  ]);
  expect(await get(`${ill.url}/healthz`)).toEqual([
    503,
    "application/json",
    '{"reason":"store not writable","pending":0,"running":0}\n',
  ]);
  expect(await get(`${well.url}/metrics`)).toEqual([200, "text/plain; version=0.0.4", "up 1\n"]);
  expect((await get(`${well.url}/webhooks`))[0]).toBe(405);
  expect((await get(`${well.url}/`))[0]).toBe(404);
});
