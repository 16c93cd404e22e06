import { generateKeyPairSync } from "node:crypto";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import {
  type BareRepository,
  bareRepository,
  type LoopbackGithub,
  type LoopbackOptions,
  startLoopbackGithub,
} from "../../src/github/index.js";

/** A loopback GitHub with `acme/views`, an app, a job's token and three people, over a small real repository. */
export interface Scene {
  readonly github: LoopbackGithub;
  readonly repository: BareRepository;
  readonly privateKey: string;
  /** Shas: the first commit, what main is at, what the branch `change` is at. */
  readonly shas: { readonly root: string; readonly main: string; readonly change: string };
  /** The real client, as whom a token stands for. */
  as(token: string): Octokit;
  /** A fresh token of the app's installation 70. */
  installationToken(): Promise<string>;
  end(): Promise<void>;
}

export const place = { owner: "acme", repo: "views" } as const;
const jobPermissions = {
  checks: "write",
  contents: "read",
  issues: "write",
  pull_requests: "write",
  statuses: "write",
} as const;

export async function startScene(options: Partial<LoopbackOptions> = {}): Promise<Scene> {
  const repository = bareRepository();
  const root = repository.commit({ branch: "main", files: { "a.txt": "one\n", "folder/b.txt": "two\n" } });
  const change = repository.commit({ branch: "change", from: "main", files: { "a.txt": "uno\n", "c.txt": "three\n" } });
  const main = repository.commit({ branch: "main", files: { "d.txt": "four\n" } });
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const github = await startLoopbackGithub({
    repositories: [
      { fullName: "acme/views", gitDir: repository.directory, roles: { ann: "admin", bob: "write", cat: "read" } },
    ],
    organizations: ["acme"],
    teams: { "acme/leads": ["ann", "bob"] },
    tokens: {
      ann: { user: "ann" },
      bob: { user: "bob" },
      cat: { user: "cat" },
      stranger: { user: "stranger" },
      job: { job: "acme/views", permissions: jobPermissions },
    },
    apps: [
      {
        id: 7,
        slug: "schema-gate",
        publicKey,
        permissions: jobPermissions,
        installations: [{ id: 70, account: "acme" }],
      },
    ],
    ...options,
  });
  return {
    github,
    repository,
    privateKey,
    shas: { root, main, change },
    as: (token) => new Octokit({ baseUrl: github.url, auth: token, request: { retries: 0 }, log: silent }),
    async installationToken() {
      const auth = createAppAuth({ appId: 7, privateKey, request: new Octokit({ baseUrl: github.url }).request });
      return (await auth({ type: "installation", installationId: 70, refresh: true })).token;
    },
    async end() {
      try {
        await github.close();
      } finally {
        repository.remove();
      }
    },
  };
}

const nothing = () => undefined;
export const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** The status and message a call is refused with; a call that succeeds is an error of the test. */
export async function refusal(call: Promise<unknown>): Promise<readonly [number, string]> {
  try {
    await call;
  } catch (error) {
    if (typeof error === "object" && error !== null) {
      const response: unknown = Reflect.get(error, "response");
      const data: unknown = typeof response === "object" && response !== null ? Reflect.get(response, "data") : null;
      const message: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "message") : null;
      return [Number(Reflect.get(error, "status")), String(message)];
    }
    throw error;
  }
  throw new Error("the call was not refused");
}
