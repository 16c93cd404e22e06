import { Refusal } from "../http/reply.js";
import type { World } from "../state/world.js";
import { type Caller, nameOf } from "./caller.js";

/** What is counted apart: requests of the REST API, and points of the GraphQL API. */
export type RateResource = "core" | "graphql";

/** How far a caller has come in its hour. */
export interface Allowance {
  readonly resource: RateResource;
  readonly limit: number;
  used: number;
  /** Seconds since 1970 when it starts anew. */
  readonly reset: number;
}

/**
 * Limits of GitHub an hour, in requests of the REST API and as many points of the GraphQL API; `writesPerMinute` and
 * `writesPerHour` are its limits on creating content.
 */
export interface RateLimits {
  readonly anonymous: number;
  readonly authenticated: number;
  /** For the token of a workflow's job, in each repository. */
  readonly job: number;
  readonly writesPerMinute: number;
  readonly writesPerHour: number;
  /** Seconds an hour lasts, but for writes: less for whoever wants to see it end. */
  readonly hour: number;
}

/** As GitHub documents them. The double keeps the two on writing only when asked to: a test would wait for minutes. */
export const documentedLimits: RateLimits = {
  anonymous: 60,
  authenticated: 5_000,
  job: 1_000,
  writesPerMinute: 80,
  writesPerHour: 500,
  hour: 3_600,
};

export interface RateKeeper {
  allowance(caller: Caller, resource: RateResource): Allowance;
  /** Counts a request, and throws the refusal of GitHub's when it is one too many. */
  count(caller: Caller, method: string): void;
  /** Counts a query, which costs a point where it asks for no list; tells whether it is one too many. */
  countQuery(caller: Caller): boolean;
  /** Takes a request back: GitHub does not count one that was answered 304. */
  forget(caller: Caller): void;
}

export function rateKeeper(world: World, limits: RateLimits): RateKeeper {
  const allowances = new Map<string, Allowance>();
  const writes = new Map<string, number[]>();
  const seconds = () => Math.floor(world.now().getTime() / 1000);
  const allowance = (caller: Caller, resource: RateResource): Allowance => {
    const key = `${resource} ${spenderOf(caller)}`;
    const known = allowances.get(key);
    if (known !== undefined && known.reset > seconds()) return known;
    const fresh = { resource, limit: limitOf(caller, limits), used: 0, reset: seconds() + limits.hour };
    allowances.set(key, fresh);
    return fresh;
  };
  const spend = (own: Allowance): boolean => {
    if (own.used >= own.limit) return false;
    own.used += 1;
    return true;
  };
  const countWrite = (name: string) => {
    const recent = (writes.get(name) ?? []).filter((at) => at > seconds() - 3600);
    const minute = recent.filter((at) => at > seconds() - 60);
    if (minute.length >= limits.writesPerMinute) throw secondaryRefusal((minute[0] ?? 0) + 60 - seconds());
    if (recent.length >= limits.writesPerHour) throw secondaryRefusal((recent[0] ?? 0) + 3600 - seconds());
    writes.set(name, [...recent, seconds()]);
  };
  return {
    allowance,
    count(caller, method) {
      if (!spend(allowance(caller, "core"))) throw primaryRefusal(caller);
      if (method === "POST" || method === "PATCH" || method === "PUT") countWrite(nameOf(caller));
    },
    countQuery: (caller) => spend(allowance(caller, "graphql")),
    forget(caller) {
      allowance(caller, "core").used -= 1;
    },
  };
}

const isJob = (caller: Caller) => caller.kind === "installation" && caller.installation === null;

function limitOf(caller: Caller, { anonymous, authenticated, job }: RateLimits): number {
  if (caller.kind === "anonymous") return anonymous;
  return isJob(caller) ? job : authenticated;
}

/** Jobs spend what their repository has, everybody else their own. */
function spenderOf(caller: Caller): string {
  const name = nameOf(caller);
  return caller.kind === "installation" && isJob(caller) ? `${name} in ${caller.repositories.join(" ")}` : name;
}

/** GitHub's answer when the hour's requests are used up. */
export function primaryRefusal(caller: Caller): Refusal {
  return new Refusal(403, `API rate limit exceeded for ${whose(caller)}.`);
}

/** What the GraphQL API answers then, with status 200. */
export function queryRefusal(caller: Caller): Readonly<Record<string, unknown>> {
  const message = `API rate limit already exceeded for ${whose(caller)}.`;
  return { errors: [{ type: "RATE_LIMIT", code: "graphql_rate_limit", message }] };
}

function whose(caller: Caller): string {
  if (caller.kind === "installation") return `installation ID ${caller.installation?.id ?? 0}`;
  return `user ID ${nameOf(caller)}`;
}

/** GitHub's answer when too much was asked in too short a time: wait this many seconds. */
export function secondaryRefusal(retryAfter: number): Refusal {
  return new Refusal(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", {
    headers: { "retry-after": `${Math.max(retryAfter, 0)}` },
  });
}

/** The headers GitHub sends with every reply. */
export function rateHeaders({ resource, limit, used, reset }: Allowance): Readonly<Record<string, string>> {
  return {
    "x-ratelimit-limit": `${limit}`,
    "x-ratelimit-remaining": `${Math.max(limit - used, 0)}`,
    "x-ratelimit-used": `${used}`,
    "x-ratelimit-reset": `${reset}`,
    "x-ratelimit-resource": resource,
  };
}
