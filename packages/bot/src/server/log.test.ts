import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "@jest/globals";
import { openLog } from "./log.js";

const key = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
}).privateKey;
const secret = 'a "quoted" secret';
const token = "ghs_16C7e42F292c6912E7710c838347Ae178B4a";
const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJpYXQiOjE2fQ.c2lnbmF0dXJl";
const signature = `sha256=${"ab".repeat(32)}`;

test.each([
  ["a header", { headers: { authorization: `token ${token}` } }],
  ["a header of a request in an error", { err: { request: { headers: { authorization: `bearer ${jwt}` } } } }],
  ["a signature", { headers: { "x-hub-signature-256": signature } }],
  ["a signature in a text", { text: `signature was ${signature}.` }],
  ["a token in an address", { url: `https://x-access-token:${token}@github.com/acme/views` }],
  ["a token in a text", { text: `Bad credentials: ${token}` }],
  ["a web token in a text", { text: `JWT ${jwt} has expired` }],
  ["a web token in a long run of characters", { text: `${"eyJ-".repeat(10)}x.y.z ${"a.".repeat(9)}${jwt}` }],
  ["our secret in a text", { text: `expected ${secret}, got nothing` }],
  ["our secret in an error", { err: new Error(`expected ${secret}`, { cause: new Error(token) }) }],
  ["our private key", { privateKey: key }],
  ["our private key in a text", { text: `cannot parse ${key}` }],
  ["a line of our private key", { text: key.split("\n")[3] }],
  ["another private key", { text: "-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----" }],
  ["the beginning of one", { text: "-----BEGIN RSA PRIVATE KEY-----\nMIIabc" }],
  ["a message", secret],
])("%s never reaches the log", (_what, logged) => {
  const lines: string[] = [];
  openLog("debug", [secret, key], (line) => void lines.push(line)).info(logged);
  const text = lines.join("");
  expect(text).toContain("[hidden]");
  const planted = [
    token,
    jwt,
    signature,
    secret,
    JSON.stringify(secret).slice(1, -1),
    "MIIabc",
    ...key.split("\n").slice(1, -2),
  ];
  expect(planted.filter((each) => text.includes(each))).toEqual([]);
  expect(JSON.parse(text)).toMatchObject({ level: 30 });
});

test("what is no secret is said", () => {
  const lines: string[] = [];
  openLog("info", [secret, key], (line) => void lines.push(line)).info(
    { repository: "acme/views", pullRequest: 7 },
    "done",
  );
  expect(JSON.parse(lines.join(""))).toEqual({
    level: 30,
    time: expect.any(String),
    repository: "acme/views",
    pullRequest: 7,
    msg: "done",
  });
});

test("a line of a million characters that all but begin web tokens is looked at once", () => {
  const lines: string[] = [];
  // Looked at from each of its beginnings anew, this would take hours.
  const text = `${"eyJ-".repeat(1_000_000)} ${"eyJ.".repeat(2)}`;
  openLog("info", [], (line) => void lines.push(line)).info({ text });
  expect(JSON.parse(lines.join(""))).toMatchObject({ text: `${"eyJ-".repeat(1_000_000)} [hidden]` });
});
