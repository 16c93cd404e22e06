import type { Agent as HttpAgent } from "node:http";
import type { Agent as HttpsAgent } from "node:https";
import { TOO_LONG } from "./reply-limits.js";
import type { RequestFailure } from "./retry-delay.js";

/** The part of trino-client's (axios) request configuration that we set or read. */
export interface HttpRequest {
  readonly method?: string;
  readonly url?: string;
  readonly data?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  readonly maxContentLength?: number;
  readonly maxRedirects?: number;
  readonly proxy?: false;
  readonly decompress?: false;
  readonly responseType?: "arraybuffer";
  readonly transformRequest?: readonly ((data: unknown, headers: MessageHeaders) => unknown)[];
  readonly transformResponse?: readonly ((body: unknown, headers: MessageHeaders) => unknown)[];
  readonly httpAgent?: HttpAgent;
  readonly httpsAgent?: HttpsAgent;
}

/** The headers of a message; names are matched without regard to case. */
export interface MessageHeaders {
  get(name: string): unknown;
  set(name: string, value: string): unknown;
  delete(name: string): unknown;
  toJSON(): Record<string, unknown>;
}

/** Reads off an error of the HTTP library what matters, and nothing else: it carries the credentials in its configuration. */
export function readRequestFailure(error: unknown): RequestFailure {
  const response = property(error, "response");
  const status = property(response, "status");
  const code = isTooLong(error) ? TOO_LONG : property(error, "code");
  const retryAfter = property(property(response, "headers"), "retry-after");
  return {
    status: typeof status === "number" ? status : null,
    code: typeof code === "string" ? code : null,
    retryAfter: typeof retryAfter === "string" ? retryAfter : null,
  };
}

/** The library has one code for all it does not like about a reply, and says which only in words. */
function isTooLong(error: unknown): boolean {
  return String(property(error, "message")).startsWith("maxContentLength size of ");
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
