import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { place, refusal, type Scene, silent, startScene } from "./scene.js";

let scene: Scene;
let later = 0;
beforeEach(async () => {
  later = 0;
  const start = Math.floor(Date.now() / 1000) * 1000;
  scene = await startScene({ now: () => new Date(start + later) });
});
afterEach(() => scene.end());

const check = () => ({ ...place, name: "Schema Gate", head_sha: scene.shas.change });
const appAs = (privateKey: string, also: object = {}) =>
  new Octokit({
    baseUrl: scene.github.url,
    authStrategy: createAppAuth,
    auth: { appId: 7, privateKey, ...also },
    log: silent,
  });

test("checks are written by apps alone, and with permission", async () => {
  scene.github.addToken("reader", { job: "acme/views", permissions: { checks: "read", contents: "read" } });
  scene.github.addToken("fine", { user: "bob", permissions: { contents: "read" } });
  const refused = [
    await refusal(scene.as("ann").checks.create(check())),
    await refusal(scene.as("reader").checks.create(check())),
    await refusal(scene.as("reader").issues.createComment({ ...place, issue_number: 1, body: "x" })),
    await refusal(scene.as("fine").repos.createCommitStatus({ ...place, sha: scene.shas.change, state: "success" })),
    await refusal(scene.as("cat").repos.createCommitStatus({ ...place, sha: scene.shas.change, state: "success" })),
  ];
  expect(refused).toEqual([
    [403, "You must authenticate via a GitHub App."],
    [403, "Resource not accessible by integration"],
    [403, "Resource not accessible by integration"],
    [403, "Resource not accessible by personal access token"],
    [403, "Must have admin rights to Repository."],
  ]);
  expect((await scene.as("job").checks.create(check())).data.app?.slug).toBe("github-actions");
});

test("a private repository is not there for strangers, and a wrong token is nobody's", async () => {
  const anonymous = new Octokit({ baseUrl: scene.github.url, log: silent });
  expect([
    await refusal(scene.as("stranger").repos.get(place)),
    await refusal(anonymous.repos.get(place)),
    await refusal(scene.as("wrong").repos.get(place)),
    await refusal(scene.as("ann").repos.get({ owner: "acme", repo: "other" })),
  ]).toEqual([
    [404, "Not Found"],
    [404, "Not Found"],
    [401, "Bad credentials"],
    [404, "Not Found"],
  ]);
});

test("an app signs in with its key, works as its bot, and renews its token after an hour", async () => {
  const app = appAs(scene.privateKey, { installationId: 70 });
  const { data: run } = await app.checks.create(check());
  const { data: issue } = await app.issues.create({ ...place, title: "Drift" });
  expect([run.app?.id, issue.user?.login, issue.user?.type]).toEqual([7, "schema-gate[bot]", "Bot"]);
  const token = await scene.installationToken();
  later = 3_599_000;
  expect((await scene.as(token).repos.get(place)).status).toBe(200);
  later = 3_600_000;
  expect(await refusal(scene.as(token).repos.get(place))).toEqual([401, "Bad credentials"]);
});

test("another key, another app and an old signature are refused", async () => {
  const { privateKey: other } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  expect(await refusal(appAs(other).apps.getAuthenticated())).toEqual([401, "A JSON web token could not be decoded"]);
  expect(await refusal(appAs(scene.privateKey, { appId: 8 }).apps.getAuthenticated())).toEqual([
    404,
    "Integration not found",
  ]);
  expect(await refusal(scene.as("job").apps.getAuthenticated())).toEqual([
    401,
    "A JSON web token could not be decoded",
  ]);
});

test("an installation reaches no further than it was given, and not at all while suspended", async () => {
  const app = appAs(scene.privateKey);
  expect(
    await refusal(
      app.apps.createInstallationAccessToken({ installation_id: 70, permissions: { administration: "write" } }),
    ),
  ).toEqual([422, "The permissions requested are not granted to this installation."]);
  const { data } = await app.apps.createInstallationAccessToken({
    installation_id: 70,
    permissions: { contents: "read" },
  });
  expect(data.permissions).toEqual({ metadata: "read", contents: "read" });
  expect(await refusal(scene.as(data.token).checks.create(check()))).toEqual([
    403,
    "Resource not accessible by integration",
  ]);
  scene.github.setSuspended(70, true);
  expect([
    await refusal(scene.as(data.token).repos.get(place)),
    await refusal(app.apps.createInstallationAccessToken({ installation_id: 70 })),
  ]).toEqual(Array(2).fill([403, "This installation has been suspended"]));
  scene.github.setSuspended(70, false);
  expect((await scene.as(data.token).repos.get(place)).status).toBe(200);
});

test("GitHub says who may do what", async () => {
  const level = async (username: string) =>
    (await scene.as("job").repos.getCollaboratorPermissionLevel({ ...place, username })).data.permission;
  expect([await level("ann"), await level("bob"), await level("cat"), await level("stranger")]).toEqual([
    "admin",
    "write",
    "read",
    "none",
  ]);
  expect(
    await refusal(scene.as("job").repos.getCollaboratorPermissionLevel({ ...place, username: "unheard" })),
  ).toEqual([404, "Not Found"]);
});

test("requests are recorded with who asked, never with what they signed in with", async () => {
  await scene.as("ann").repos.get(place);
  await refusal(scene.as("wrong").repos.get(place));
  const plain = { method: "GET", path: "/repos/acme/views", operation: "repos/get", fault: null };
  expect(scene.github.requests).toEqual([
    { ...plain, number: 1, identity: "ann", status: 200 },
    { ...plain, number: 2, identity: "anonymous", status: 401 },
  ]);
});
