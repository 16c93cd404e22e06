import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { removeTemporaryFolders, temporaryFolder } from "../testing/temporary-folder.js";
import { readSettings } from "./settings.js";

afterAll(removeTemporaryFolders);

const pkcs8 = { type: "pkcs8", format: "pem" } as const;
const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export(pkcs8).toString();
const otherKey = generateKeyPairSync("ed25519").privateKey.export(pkcs8).toString();
const env = {
  SCHEMA_GATE_WEBHOOK_SECRET: "at least sixteen letters",
  SCHEMA_GATE_APP_ID: "12",
  SCHEMA_GATE_PRIVATE_KEY: key,
  SCHEMA_GATE_STATE: "/state",
};
const read = {
  host: "127.0.0.1",
  port: 3000,
  state: "/state",
  webhookSecret: "at least sixteen letters",
  appId: 12,
  privateKey: key,
  apiUrl: "https://api.github.com",
  logLevel: "info",
  workers: 4,
  searchEvery: 900_000,
  firstWait: 15_000,
  second: 1000,
};

test("secrets come from the environment, all else may be left out", () => {
  expect(readSettings({}, env)).toEqual(read);
});

test("what the command line says goes before the environment", () => {
  const options = { host: "::1", port: "8080", state: "/other" };
  expect(readSettings(options, { ...env, SCHEMA_GATE_PORT: "1" })).toEqual({
    ...read,
    host: "::1",
    port: 8080,
    state: "/other",
  });
});

test("the private key may stand in a file, or in one line", () => {
  const file = join(temporaryFolder(), "key.pem");
  writeFileSync(file, key);
  const { SCHEMA_GATE_PRIVATE_KEY: _, ...rest } = env;
  expect(readSettings({}, { ...rest, SCHEMA_GATE_PRIVATE_KEY_FILE: file })).toEqual(read);
  expect(readSettings({}, { ...rest, SCHEMA_GATE_PRIVATE_KEY: key.replaceAll("\n", "\\n") })).toEqual(read);
});

const hint = " GitHub gives the key in the app's settings.";

test.each([
  [
    { SCHEMA_GATE_WEBHOOK_SECRET: undefined },
    "SCHEMA_GATE_WEBHOOK_SECRET is missing: the secret that GitHub signs deliveries with, as it stands in the app's settings.",
  ],
  [
    { SCHEMA_GATE_WEBHOOK_SECRET: "short" },
    "SCHEMA_GATE_WEBHOOK_SECRET is too short to keep strangers out: give at least 16 characters, here and in the app's settings.",
  ],
  [
    { SCHEMA_GATE_APP_ID: "Iv1.abc" },
    "SCHEMA_GATE_APP_ID must be the number of the GitHub App, as it stands in the app's settings.",
  ],
  [{ SCHEMA_GATE_STATE: undefined }, "SCHEMA_GATE_STATE is missing: the folder deliveries are stored in (--state)."],
  [{ SCHEMA_GATE_PORT: "65536" }, "SCHEMA_GATE_PORT must be a port, 0 to 65535."],
  [{ SCHEMA_GATE_API_URL: "ftp://example.com" }, "SCHEMA_GATE_API_URL must be the address of a GitHub's API."],
  [{ SCHEMA_GATE_LOG_LEVEL: "loud" }, "SCHEMA_GATE_LOG_LEVEL must be debug, info, warn or error."],
  [{ SCHEMA_GATE_WORKERS: "0" }, "SCHEMA_GATE_WORKERS must be how many pull requests are judged at once, 1 to 64."],
  [{ SCHEMA_GATE_SEARCH_MINUTES: "x" }, "SCHEMA_GATE_SEARCH_MINUTES must be minutes, 1 to 1440."],
  [{ SCHEMA_GATE_FIRST_WAIT_MS: "-1" }, "SCHEMA_GATE_FIRST_WAIT_MS must be milliseconds, 1 to 600000."],
  [{ SCHEMA_GATE_SECOND_MS: "1001" }, "SCHEMA_GATE_SECOND_MS must be milliseconds, 1 to 1000."],
  [
    { SCHEMA_GATE_APP_ID: undefined, SCHEMA_GATE_PORT: "x" },
    "SCHEMA_GATE_APP_ID must be the number of the GitHub App, as it stands in the app's settings.\nSCHEMA_GATE_PORT must be a port, 0 to 65535.",
  ],
])("%j is refused with a sentence for each", (changed, sentences) => {
  expect(() => readSettings({}, { ...env, ...changed })).toThrow(new Error(`Cannot start:\n${sentences}`));
});

test.each([
  [
    { SCHEMA_GATE_PRIVATE_KEY: undefined },
    "SCHEMA_GATE_PRIVATE_KEY or SCHEMA_GATE_PRIVATE_KEY_FILE must be set, and not both.",
  ],
  [
    { SCHEMA_GATE_PRIVATE_KEY_FILE: "/x" },
    "SCHEMA_GATE_PRIVATE_KEY or SCHEMA_GATE_PRIVATE_KEY_FILE must be set, and not both.",
  ],
  [{ SCHEMA_GATE_PRIVATE_KEY: "my secret" }, "SCHEMA_GATE_PRIVATE_KEY holds no private key in PEM."],
  [{ SCHEMA_GATE_PRIVATE_KEY: otherKey }, "SCHEMA_GATE_PRIVATE_KEY holds a key of another kind than RSA."],
  [
    { SCHEMA_GATE_PRIVATE_KEY: undefined, SCHEMA_GATE_PRIVATE_KEY_FILE: "/nowhere/key" },
    "The file of SCHEMA_GATE_PRIVATE_KEY_FILE cannot be read (ENOENT).",
  ],
])("a private key that is none is refused without being shown", (changed, sentence) => {
  expect(() => readSettings({}, { ...env, ...changed })).toThrow(new Error(`Cannot start: ${sentence}${hint}`));
});
