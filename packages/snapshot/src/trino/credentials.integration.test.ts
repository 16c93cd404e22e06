import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, expect, test } from "@jest/globals";
import { type Profile, UserError } from "@schema-gate/contract";
import { aProfile } from "../testing/a-profile.js";
import { aDouble, stoppedClock, talk } from "../testing/doubles.js";
import { openTrino } from "./open-trino.js";
import { TrinoError } from "./trino-error.js";

const id = "20261122_000000_00004_abcde";
const done = { json: { id, data: [[1]] } };
const TOKEN = "eyJhbGciOiJub25lIn0.c2VjcmV0.x";
const bearer = { auth: { kind: "bearer", tokenEnv: "TRINO_TOKEN" } } as const;
const basic = { auth: { kind: "basic", userEnv: null, passwordEnv: "TRINO_PASSWORD" } } as const;

afterEach(() => {
  for (const name of ["http_proxy", "HTTP_PROXY"]) delete process.env[name];
});

/** Which of our own headers a request carried. */
function ownHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^(x-|authorization)/.test(name)));
}

test("every request says who asks, what for and what it understands", async () => {
  const { port, seen } = await talk((url) => [{ json: { id, nextUri: `${url}/1` } }, done], {
    headers: { "X-Trino-Client-Tags": "gate" },
  });
  await port.query("SELECT 1");
  const expected = {
    "x-trino-user": "gatekeeper",
    "x-trino-source": "schema-gate",
    "x-trino-client-capabilities": "PARAMETRIC_DATETIME,NUMBER,VARIANT",
    "x-trino-client-tags": "gate",
  };
  expect(seen.map(({ headers }) => ownHeaders(headers))).toEqual([expected, expected]);
});

test("PrestoDB gets the same by its own header names, and none of Trino's", async () => {
  const { port, seen } = await talk(
    (url) => [{ json: { id, nextUri: `${url}/1` } }, done],
    { engine: "presto", headers: { "X-Presto-Client-Tags": "gate" }, ...bearer },
    { TRINO_TOKEN: TOKEN },
  );
  await port.query("SELECT 1");
  const expected = {
    "x-presto-source": "schema-gate",
    "x-presto-user": "gatekeeper",
    "x-presto-client-capabilities": "PARAMETRIC_DATETIME,NUMBER,VARIANT",
    "x-presto-client-tags": "gate",
    "x-presto-time-zone": "UTC",
    authorization: `Bearer ${TOKEN}`,
  };
  expect(seen.map(({ headers }) => ownHeaders(headers))).toEqual([expected, expected]);
});

test.each<[string, Partial<Profile>, NodeJS.ProcessEnv, string | undefined, string | undefined]>([
  ["nobody", { user: null }, {}, "schema-gate", undefined],
  [
    "a token, which names the user itself",
    { user: null, ...bearer },
    { TRINO_TOKEN: TOKEN },
    undefined,
    `Bearer ${TOKEN}`,
  ],
  [
    "a password",
    basic,
    { TRINO_PASSWORD: "pässword" },
    "gatekeeper",
    `Basic ${Buffer.from("gatekeeper:pässword").toString("base64")}`,
  ],
  [
    "a password and a login of its own",
    { user: null, auth: { kind: "basic", userEnv: "TRINO_LOGIN", passwordEnv: "TRINO_PASSWORD" } },
    { TRINO_LOGIN: "robot", TRINO_PASSWORD: "secret" },
    "robot",
    `Basic ${Buffer.from("robot:secret").toString("base64")}`,
  ],
])(
  "with %s the user and the authorization are as expected, on every request",
  async (_, changes, env, user, authorization) => {
    const { port, seen } = await talk((url) => [{ json: { id, nextUri: `${url}/1` } }, done], changes, env);
    await port.query("SELECT 1");
    expect(seen.map(({ headers }) => [headers["x-trino-user"], headers.authorization])).toEqual([
      [user, authorization],
      [user, authorization],
    ]);
  },
);

test.each([
  ["another port", (_: string, other: string) => other],
  ["another scheme", (url: string) => url.replace("http:", "https:")],
  ["another name of the same machine", (url: string) => url.replace("127.0.0.1", "localhost")],
  ["an address with its own credentials", (url: string) => url.replace("//", "//intruder:x@")],
])(
  "a result that continues at %s is not followed: nothing is sent there, and the statement is cancelled",
  async (_, elsewhere) => {
    const other = await aDouble(() => []);
    const { port, seen } = await talk(
      (url) => [
        { json: { id, nextUri: `${url}/1` } },
        { json: { id, data: [[1]], nextUri: `${elsewhere(url, other.url)}/v1/statement/executing/${id}/2` } },
        { status: 204 },
      ],
      bearer,
      { TRINO_TOKEN: TOKEN },
    );
    await expect(port.query("SELECT 1")).rejects.toThrow(
      "Nothing was sent there: credentials go to the configured server only.",
    );
    expect(other.seen).toEqual([]);
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /v1/statement", "GET /1", "DELETE /1"]);
  },
);

test("a redirect is not followed", async () => {
  const other = await aDouble(() => []);
  const { port, url } = await talk(
    () => [{ status: 307, headers: { location: `${other.url}/v1/statement` } }],
    bearer,
    { TRINO_TOKEN: TOKEN },
  );
  await expect(port.query("SELECT 1")).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot reach Trino at ${url}: it redirects elsewhere (HTTP 307) (sending a statement, tried once). Redirects are not followed; write the final address into the profile.`,
    ),
  );
  expect(other.seen).toEqual([]);
});

test("a proxy named in the environment gets nothing", async () => {
  const proxy = await aDouble(() => []);
  process.env.http_proxy = proxy.url;
  process.env.HTTP_PROXY = proxy.url;
  const { port } = await talk(() => [done], bearer, { TRINO_TOKEN: TOKEN });
  expect((await port.query("SELECT 1")).rows).toEqual([[1]]);
  expect(proxy.seen).toEqual([]);
});

test("a server below a path is spoken to below that path", async () => {
  const double = await aDouble(() => [done]);
  const port = openTrino(aProfile(`${double.url}/gateway/`), {});
  await port.query("SELECT 1");
  expect(double.seen.map(({ path }) => path)).toEqual(["/gateway/v1/statement"]);
});

test("nothing secret stands in an error or a log line, also when the server quotes what it was sent", async () => {
  const encoded = Buffer.from("gatekeeper:hunter2hunter2").toString("base64");
  const said = `Invalid credentials: Basic ${encoded} (hunter2hunter2)`;
  const logged: unknown[] = [];
  const double = await aDouble((url) => [
    { json: { id, nextUri: `${url}/1` } },
    { status: 503 },
    { json: { id, error: { message: said, errorName: "GENERIC_USER_ERROR", errorType: "USER_ERROR" } } },
    { status: 401 },
  ]);
  const log = (fields: object, message: string) => void logged.push([fields, message]);
  const options = { logger: { debug: log, warn: log }, clock: stoppedClock() };
  const port = openTrino(aProfile(double.url, basic), { TRINO_PASSWORD: "hunter2hunter2" }, options);
  const failed = await port.query("SELECT 1").catch((error: unknown) => error);
  const refused = await port.query("SELECT 1").catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(TrinoError);
  expect(failed).toMatchObject({ message: "Invalid credentials: Basic *** (***)" });
  expect(refused).toMatchObject({
    message: `Cannot reach Trino at ${double.url}: it refused the credentials (HTTP 401) (sending a statement, tried once). Check the profile's \`auth\` and the environment variables it names.`,
  });
  expect(logged.length).toBe(1);
  const shown = inspect([failed, refused, logged], { depth: 20, showHidden: true });
  expect([shown.includes("hunter2"), shown.includes(encoded)]).toEqual([false, false]);
});

test.each<[string, Partial<Profile>, NodeJS.ProcessEnv, string]>([
  [
    "a missing password",
    basic,
    {},
    "The environment variable TRINO_PASSWORD (the password for Trino) is not set. Set it and try again.",
  ],
  [
    "an empty token",
    bearer,
    { TRINO_TOKEN: "" },
    "The environment variable TRINO_TOKEN (the bearer token for Trino) is not set. Set it and try again.",
  ],
  [
    "a token with a space in it",
    bearer,
    { TRINO_TOKEN: "Bearer x" },
    "The environment variable TRINO_TOKEN (the bearer token for Trino) holds a character no token has. Remove it.",
  ],
  [
    "a line break in a token",
    bearer,
    { TRINO_TOKEN: "x\n" },
    "The environment variable TRINO_TOKEN (the bearer token for Trino) holds a line break. Remove it.",
  ],
  [
    "nobody to log in",
    { ...basic, user: null },
    { TRINO_PASSWORD: "x" },
    "The profile's basic authentication names no user. Write `user` or `auth.userEnv`.",
  ],
  [
    "a secret over an open line",
    { ...basic, server: "http://trino.example.com:8080" },
    { TRINO_PASSWORD: "x" },
    "The profile would send its password or token to http://trino.example.com:8080 unencrypted. Use the https address of the server.",
  ],
])("%s is refused before anything is sent", async (_, changes, env, message) => {
  expect(() => openTrino(aProfile("http://127.0.0.1:9", changes), env)).toThrow(new UserError("usage", message));
});

test("a CA file that is not there is refused with its path", async () => {
  const directory = await mkdtemp(join(tmpdir(), "profile-"));
  await writeFile(join(directory, "ca.pem"), "");
  const open = (caFile: string) => openTrino(aProfile("https://127.0.0.1:9", { caFile }), {}, { directory });
  expect(() => open("ca.pem")).not.toThrow();
  expect(() => open("none.pem")).toThrow(
    new UserError(
      "usage",
      `Cannot read the CA file of the profile: ENOENT: no such file or directory, open '${join(directory, "none.pem")}'. Correct \`caFile\`.`,
    ),
  );
});
