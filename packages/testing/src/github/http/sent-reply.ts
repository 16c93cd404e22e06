import { hash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** A reply ready to go out. */
export interface SentReply {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** JSON as GitHub sends it; undefined is an empty body. */
export function jsonReply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): SentReply {
  if (body === undefined) return { status, body: Buffer.alloc(0), headers };
  const type = { "content-type": "application/json; charset=utf-8" };
  return { status, body: Buffer.from(JSON.stringify(body)), headers: { ...type, ...headers } };
}

/** The entity tag of a reply; a reader who has this very one is answered 304. */
export function tagged(request: IncomingMessage, reply: SentReply): SentReply {
  if (request.method !== "GET" || reply.status !== 200) return reply;
  const etag = `W/"${hash("sha256", reply.body)}"`;
  const known = (request.headers["if-none-match"] ?? "").split(/\s*,\s*/);
  const headers = { ...reply.headers, etag, "cache-control": "private, max-age=60, s-maxage=60" };
  const same = known.some((one) => one === etag || one === "*" || `W/${one}` === etag);
  return same ? { status: 304, body: Buffer.alloc(0), headers } : { ...reply, headers };
}

export function send(response: ServerResponse, { status, body, headers }: SentReply): void {
  const length = status === 304 || status === 204 ? {} : { "content-length": `${body.length}` };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}
