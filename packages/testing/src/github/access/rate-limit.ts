import { Refusal } from "../http/reply.js";
import type { World } from "../state/world.js";
import { type Caller, nameOf } from "./caller.js";

/** How far a caller has come in its hour. */
export interface Allowance {
  readonly limit: number;
  used: number;
  /** Seconds since 1970 when it starts anew. */
  readonly reset: number;
}

/** Limits of GitHub in requests an hour; `writesPerMinute` and `writesPerHour` are its limits on creating content. */
export interface RateLimits {
  readonly anonymous: number;
  readonly authenticated: number;
  readonly writesPerMinute: number;
  readonly writesPerHour: number;
}

/** As GitHub documents them. The double keeps the two on writing only when asked to: a test would wait for minutes. */
export const documentedLimits: RateLimits = {
  anonymous: 60,
  authenticated: 5_000,
  writesPerMinute: 80,
  writesPerHour: 500,
};

export interface RateKeeper {
  allowance(caller: Caller): Allowance;
  /** Counts a request, and throws the refusal of GitHub's when it is one too many. */
  count(caller: Caller, method: string): void;
  /** Takes a request back: GitHub does not count one that was answered 304. */
  forget(caller: Caller): void;
}

export function rateKeeper(world: World, limits: RateLimits): RateKeeper {
  const allowances = new Map<string, Allowance>();
  const writes = new Map<string, number[]>();
  const seconds = () => Math.floor(world.now().getTime() / 1000);
  const allowance = (caller: Caller): Allowance => {
    const known = allowances.get(nameOf(caller));
    if (known !== undefined && known.reset > seconds()) return known;
    const limit = caller.kind === "anonymous" ? limits.anonymous : limits.authenticated;
    const fresh = { limit, used: 0, reset: seconds() + 3600 };
    allowances.set(nameOf(caller), fresh);
    return fresh;
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
      const own = allowance(caller);
      if (own.used >= own.limit) throw primaryRefusal(caller);
      own.used += 1;
      if (method === "POST" || method === "PATCH" || method === "PUT") countWrite(nameOf(caller));
    },
    forget(caller) {
      allowance(caller).used -= 1;
    },
  };
}

/** GitHub's answer when the hour's requests are used up. */
export function primaryRefusal(caller: Caller): Refusal {
  const whose =
    caller.kind === "installation" ? `installation ID ${caller.installation?.id ?? 0}` : `user ID ${nameOf(caller)}`;
  return new Refusal(403, `API rate limit exceeded for ${whose}.`);
}

/** GitHub's answer when too much was asked in too short a time: wait this many seconds. */
export function secondaryRefusal(retryAfter: number): Refusal {
  return new Refusal(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", {
    headers: { "retry-after": `${Math.max(retryAfter, 0)}` },
  });
}

/** The headers GitHub sends with every reply. */
export function rateHeaders({ limit, used, reset }: Allowance): Readonly<Record<string, string>> {
  return {
    "x-ratelimit-limit": `${limit}`,
    "x-ratelimit-remaining": `${Math.max(limit - used, 0)}`,
    "x-ratelimit-used": `${used}`,
    "x-ratelimit-reset": `${reset}`,
    "x-ratelimit-resource": "core",
  };
}
