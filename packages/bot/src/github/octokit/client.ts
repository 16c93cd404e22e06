import { createAppAuth } from "@octokit/auth-app";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import Bottleneck from "bottleneck/light.js";

/** Who asks: a token (a workflow's, or a person's), or an app where it is installed. */
export type Credentials = { readonly kind: "token"; readonly token: string } | AppCredentials;

/** A GitHub App. */
export interface AppCredentials {
  readonly kind: "app";
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** Where it acts; `null` is the app itself, which may only ask about itself. */
  readonly installation: number | null;
}

/** Which repository of which GitHub, asked by whom. */
export interface RepositoryAccess {
  /** `https://api.github.com`, or the address of a GitHub of your own. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repository: string;
  readonly credentials: Credentials;
  /** Told when GitHub makes us wait. */
  readonly onWait?: (message: string) => void;
  /** How many milliseconds a second of waiting and of the pace between two writes takes: fewer only against a GitHub of one's own. */
  readonly second?: number;
  /** Milliseconds an answer may take. */
  readonly timeout?: number;
}

/** GitHub asked for one repository. */
export interface Client {
  readonly octokit: Octokit;
  readonly credentials: Credentials;
  readonly repository: { readonly owner: string; readonly repo: string };
  /** Below which `/graphql` is: a GitHub Enterprise Server has it beside its REST API, not in it. */
  readonly graphqlUrl: string;
}

const Patient = Octokit.plugin(retry, throttling);

/** Seconds; whoever is told to wait longer says so instead. */
const LONGEST_WAIT = 300;
const MOST_WAITS = 5;
const SECOND = 1000;

/** Opens a client that waits where GitHub asks for it, and asks again where asking twice does no harm. */
export function openClient(access: RepositoryAccess): Client {
  const { apiUrl, owner, repository, credentials, onWait, second = SECOND, timeout = 60_000 } = access;
  const waits = (what: string) => (seconds: number, _: object, __: unknown, count: number) => {
    const isWorthIt = seconds <= LONGEST_WAIT && count < MOST_WAITS;
    onWait?.(`GitHub's ${what}: ${isWorthIt ? "waiting" : "not waiting"} ${seconds} s.`);
    return isWorthIt;
  };
  const octokit = new Patient({
    ...authentication(credentials),
    baseUrl: apiUrl,
    userAgent: "schema-gate",
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: { retryAfterBaseValue: second },
    throttle: {
      // Each repository keeps its own pace.
      id: `${owner}/${repository}`,
      retryAfterBaseValue: second,
      onRateLimit: waits("rate limit"),
      onSecondaryRateLimit: waits("secondary rate limit"),
      ...(second === SECOND ? {} : paces(second)),
    },
    request: {
      fetch: (url: string, init: RequestInit) => fetch(url, { ...init, signal: AbortSignal.timeout(timeout) }),
    },
  });
  const graphqlUrl = apiUrl.replace(/\/api\/v3\/?$/, "/api");
  return { octokit, credentials, repository: { owner, repo: repository }, graphqlUrl };
}

function authentication(credentials: Credentials) {
  if (credentials.kind === "token") return { auth: credentials.token };
  const { appId, privateKey, installation } = credentials;
  return {
    authStrategy: createAppAuth,
    auth: { appId, privateKey, ...(installation === null ? {} : { installationId: installation }) },
  };
}

/** The paces of the plugin, which asks for one write a second and one comment in three. */
function paces(second: number) {
  const pace = (seconds: number) => new Bottleneck.Group({ maxConcurrent: 1, minTime: seconds * second });
  return { write: pace(1), notifications: pace(3) };
}

function silent(): void {}
