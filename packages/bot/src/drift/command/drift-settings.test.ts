import { expect, test } from "@jest/globals";
import { driftAccess } from "./drift-settings.js";

const env = { GITHUB_REPOSITORY: "acme/views", GITHUB_TOKEN: "t" };
const wait = () => {};
const access = {
  apiUrl: "https://api.github.com",
  owner: "acme",
  repository: "views",
  credentials: { kind: "token", token: "t" },
  second: 1000,
  onWait: wait,
};

test("a workflow's environment is enough, and what it sets to nothing was not given", async () => {
  expect(await driftAccess(null, env, wait)).toEqual(access);
  const empty = { SCHEMA_GATE_APP_ID: "", SCHEMA_GATE_PRIVATE_KEY: "", SCHEMA_GATE_API_URL: "" };
  expect(await driftAccess(null, { ...env, ...empty }, wait)).toEqual(access);
});

test("what the command line says goes before the environment, and our variable before GitHub's", async () => {
  const own = { GITHUB_API_URL: "https://ghe.example.com/api/v3/" };
  expect(await driftAccess("a/b", { ...env, ...own }, wait)).toEqual({
    ...access,
    owner: "a",
    repository: "b",
    apiUrl: "https://ghe.example.com/api/v3",
  });
  const ours = { ...own, SCHEMA_GATE_API_URL: "https://other.example.com" };
  expect((await driftAccess(null, { ...env, ...ours }, wait)).apiUrl).toBe("https://other.example.com");
});

test.each([
  [{ GITHUB_REPOSITORY: undefined }, "GITHUB_REPOSITORY is missing: name the repository, --repository owner/name."],
  [{ GITHUB_REPOSITORY: "views" }, "GITHUB_REPOSITORY must be owner/name (--repository)."],
  [{ GITHUB_REPOSITORY: "a/../b" }, "GITHUB_REPOSITORY must be owner/name (--repository)."],
  [{ GITHUB_API_URL: "file:///x" }, "SCHEMA_GATE_API_URL must be the address of a GitHub's API."],
])("%j is refused", async (changed, sentence) => {
  await expect(driftAccess(null, { ...env, ...changed }, wait)).rejects.toThrow(
    new Error(`Cannot start:\n${sentence}`),
  );
});

test.each([
  [
    { GITHUB_TOKEN: undefined },
    "Cannot start: nobody said who writes at GitHub; set GITHUB_TOKEN, or SCHEMA_GATE_APP_ID and SCHEMA_GATE_PRIVATE_KEY.",
  ],
  [
    { SCHEMA_GATE_APP_ID: "7" },
    "Cannot start: SCHEMA_GATE_PRIVATE_KEY or SCHEMA_GATE_PRIVATE_KEY_FILE must be set, and not both. GitHub gives the key in the app's settings.",
  ],
])("without %j nobody can write", async (changed, sentence) => {
  await expect(driftAccess(null, { ...env, ...changed }, wait)).rejects.toThrow(new Error(sentence));
});
