import { type Iterator, type QueryResult, Trino } from "trino-client";
import type { Connection } from "./connection.js";
import type { HttpRequest } from "./http-request.js";

/** Sends one HTTP request and gives its body as text; throws what the HTTP library throws. */
export type SendRequest = (request: HttpRequest) => Promise<unknown>;

/** A trino-client whose every request goes through our hands. */
export interface RequestedClient {
  /** Starts the statement; the iterator then asks for page after page. */
  query(sql: string): Promise<Iterator<QueryResult>>;
  /** The library's own way to send, with the headers of the session. */
  readonly send: SendRequest;
}

/**
 * A fresh trino-client (its headers change with every reply, so it must not be shared by two statements) whose requests,
 * those for further pages too, are answered by `exchange`. The library has no seam for this: its inner client is private,
 * hence the look inside, which the exact version makes safe and the check makes loud.
 */
export function createRequestedClient(
  connection: Connection,
  exchange: (request: HttpRequest, send: SendRequest) => Promise<unknown>,
): RequestedClient {
  const trino = Trino.create({
    server: connection.server.href.replace(/\/$/, ""),
    source: "schema-gate",
    extraHeaders: { ...connection.headers },
  });
  const inner: unknown = Reflect.get(trino, "client");
  if (!isInnerClient(inner)) throw new TypeError("trino-client has no inner client with a request method any more");
  const send: SendRequest = inner.request.bind(inner);
  inner.request = (request) => exchange(request, send);
  return { query: (sql) => trino.query(sql), send };
}

function isInnerClient(value: unknown): value is { request: SendRequest } {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "request") === "function";
}
