import { expect, test } from "@jest/globals";
import { readInputs } from "./inputs.js";
import { readRunner } from "./runner.js";

const given = { INPUT_TOKEN: "ghs_secret" };

test("a token is enough", () => {
  expect(readInputs(given)).toEqual({
    identity: { kind: "token", token: "ghs_secret" },
    mode: null,
    failOn: null,
    comment: true,
    check: "schema-gate",
  });
});

test("what is given is taken, and an app goes before the token", () => {
  const app = { "INPUT_APP-ID": "7", "INPUT_PRIVATE-KEY": "one\\ntwo" };
  const more = { INPUT_MODE: " print\n", "INPUT_FAIL-ON": "risky", INPUT_COMMENT: "false", INPUT_CHECK: "views" };
  expect(readInputs({ ...given, ...app, ...more })).toEqual({
    identity: { kind: "app", appId: 7, privateKey: "one\ntwo" },
    mode: "print",
    failOn: "risky",
    comment: false,
    check: "views",
  });
});

test.each([
  [{}, "There is no token: the input token is empty, and no app is named."],
  [{ "INPUT_APP-ID": "7" }, "The inputs app-id and private-key go together: give both, or neither."],
  [{ ...given, "INPUT_PRIVATE-KEY": "key" }, "The inputs app-id and private-key go together: give both, or neither."],
  [{ ...given, "INPUT_APP-ID": "seven" }, "The input app-id must be the number of an app."],
  [
    { ...given, INPUT_MODE: "Conclude", "INPUT_FAIL-ON": "none", INPUT_COMMENT: "no" },
    "The input mode must be conclude or print, or empty.\nThe input fail-on must be breaking or risky, or empty.\nThe input comment must be true or false, or empty.",
  ],
  [{ ...given, INPUT_CHECK: "x".repeat(101) }, "The input check must be 100 characters at most."],
])("%j is refused in a sentence each", (env, sentences) => {
  expect(() => readInputs(env)).toThrow(new Error(sentences));
});

const runner = {
  GITHUB_API_URL: "https://github.example.com/api/v3/",
  GITHUB_SERVER_URL: "https://github.example.com",
  GITHUB_REPOSITORY: "acme/views.git",
  GITHUB_EVENT_NAME: "push",
  GITHUB_EVENT_PATH: "/event.json",
  GITHUB_RUN_ID: "12",
  GITHUB_OUTPUT: "/output",
  GITHUB_STEP_SUMMARY: "/summary",
  RUNNER_TEMP: "/temp",
};

test("a runner says where it runs; an Enterprise Server has its API below a path", () => {
  expect(readRunner(runner)).toEqual({
    apiUrl: "https://github.example.com/api/v3",
    owner: "acme",
    repository: "views.git",
    event: "push",
    eventPath: "/event.json",
    job: "",
    runUrl: "https://github.example.com/acme/views.git/actions/runs/12",
    outputPath: "/output",
    summaryPath: "/summary",
    temporary: "/temp",
    second: 1000,
  });
});

test.each([
  ["GITHUB_API_URL", "file:///etc/passwd"],
  ["GITHUB_REPOSITORY", "acme/views/../other"],
  ["GITHUB_RUN_ID", "1\n2"],
  ["RUNNER_TEMP", ""],
])("%s=%j is not as a runner sets it", (name, value) => {
  expect(() => readRunner({ ...runner, [name]: value })).toThrow(
    `This is a GitHub Action: ${name} is missing or not as a runner sets it (`,
  );
});
