import { expect, test } from "@jest/globals";
import { UserError } from "../user-error.js";
import { parseConfig } from "./parse-config.js";

const base = { server: "https://trino.example.com", catalog: "awsdatacatalog", schemas: ["dev_prod_live"] };
const defaults = { engine: "trino", user: null, auth: { kind: "none" }, caFile: null, headers: {} };
const timeouts = { connectSeconds: 10, querySeconds: 300 };

function read(profile: object, name = "prod") {
  return parseConfig(JSON.stringify({ profiles: { [name]: profile } }), "schema-gate.yaml").profiles[name];
}

function problemOf(profile: object, name = "prod"): string {
  try {
    read(profile, name);
  } catch (error) {
    if (error instanceof UserError) return error.message.replace(/^schema-gate\.yaml:1:\d+: profiles\./gm, "");
    throw error;
  }
  return "";
}

test.each([
  [{ auth: { kind: "bearer", tokenEnv: "TRINO_TOKEN" } }, { auth: { kind: "bearer", tokenEnv: "TRINO_TOKEN" } }],
  [
    { user: "gate", auth: { kind: "basic", passwordEnv: "TRINO_PASSWORD" } },
    { user: "gate", auth: { kind: "basic", userEnv: null, passwordEnv: "TRINO_PASSWORD" } },
  ],
  [
    { auth: { kind: "basic", userEnv: "TRINO_USER", passwordEnv: "TRINO_PASSWORD" } },
    { auth: { kind: "basic", userEnv: "TRINO_USER", passwordEnv: "TRINO_PASSWORD" } },
  ],
  [
    { engine: "presto", caFile: "ca.pem" },
    { engine: "presto", caFile: "ca.pem" },
  ],
  [{ headers: { "X-Forwarded-Proto": "https" } }, { headers: { "X-Forwarded-Proto": "https" } }],
  [{ timeouts: { querySeconds: 0.5 } }, { timeouts: { connectSeconds: 10, querySeconds: 0.5 } }],
  [{ server: "http://127.0.0.1:8080" }, { server: "http://127.0.0.1:8080" }],
])("a profile may say %j", (said, expected) => {
  expect(read({ ...base, ...said })).toEqual({ ...base, ...defaults, timeouts, ...expected });
});

test.each(["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "https://trino.example.com"])(
  "a secret may go to %s",
  (server) => {
    const auth = { kind: "bearer", tokenEnv: "TRINO_TOKEN" };
    expect(read({ ...base, server, auth })).toEqual({ ...base, ...defaults, timeouts, server, auth });
  },
);

const bearer = { kind: "bearer", tokenEnv: "TRINO_TOKEN" };
const notASecret = "must be the name of an environment variable, not the secret itself";
test.each([
  [
    { server: "trino.example.com:8443" },
    "prod.server: must be an http or https URL like https://trino.example.com:8443",
  ],
  [
    { server: "ftp://trino.example.com" },
    "prod.server: must be an http or https URL like https://trino.example.com:8443",
  ],
  [{ server: "https://ada:hunter2@trino.example.com" }, "prod.server: must hold no user, password, query or fragment"],
  [{ server: "https://trino.example.com/?a=b" }, "prod.server: must hold no user, password, query or fragment"],
  [{ server: "http://trino.example.com", auth: bearer }, "prod.server: must be https, since auth sends a secret there"],
  [
    { server: "http://localhost.example.com", auth: bearer },
    "prod.server: must be https, since auth sends a secret there",
  ],
  [{ engine: "prestodb" }, 'prod.engine: must be one of trino, presto, not "prestodb"; did you mean presto?'],
  [{ schemas: [] }, "prod.schemas: must name at least one schema"],
  [{ auth: { kind: "kerberos" } }, 'prod.auth.kind: must be one of none, basic, bearer, not "kerberos"'],
  [{ auth: { kind: "basic", passwordEnv: "P" } }, "prod.auth: needs a name: write user, or userEnv beside kind"],
  [{ auth: { kind: "bearer", tokenEnv: "ey.secret" } }, `prod.auth.tokenEnv: ${notASecret}`],
  [{ auth: { kind: "bearer" } }, "prod.auth.tokenEnv: is missing; it must be text"],
  [
    { auth: { kind: "bearer", token: "ey.secret", tokenEnv: "T" } },
    'prod.auth: unknown key "token"; did you mean tokenEnv?',
  ],
  [{ headers: { Authorization: "Basic x" } }, "prod.headers.Authorization: this header is set from user and auth"],
  [{ headers: { "x-trino-user": "root" } }, "prod.headers.x-trino-user: this header is set from user and auth"],
  [{ headers: { "a b": "c" } }, 'prod.headers."a b": a header name may hold letters, digits and - only'],
  [{ headers: { a: "b\r\nc: d" } }, "prod.headers.a: a header value must be printable ASCII"],
  [{ timeouts: { connectSeconds: 0 } }, "prod.timeouts.connectSeconds: must be more than 0"],
])("a profile may not say %j", (said, problem) => {
  expect(problemOf({ ...base, ...said })).toBe(problem);
});

test("a profile needs a plain name", () => {
  const rule = "a profile's name may hold a-z, 0-9, _ and - and starts with a letter";
  expect(problemOf(base, "my server")).toBe(`"my server": ${rule}`);
});
