import { type HttpRequest, readRequestFailure } from "./http-request.js";
import { retryDelay } from "./retry-delay.js";
import { addressOnServer, statementAddress } from "./same-server.js";
import type { StatementContext } from "./statement-context.js";
import { parseStatementPage, type StatementPage } from "./statement-page.js";
import type { SendRequest } from "./trino-client-requests.js";
import { notTheProtocol, unanswered } from "./unanswered.js";

/** One request of the statement protocol, about to be sent. */
export interface PageRequest {
  readonly context: StatementContext;
  readonly request: HttpRequest;
  readonly send: SendRequest;
  readonly signal: AbortSignal;
}

/** A reply, and how many characters it took. */
export interface Exchanged {
  readonly page: StatementPage;
  readonly length: number;
}

/**
 * Sends one request, again and again where that is safe, and reads the reply; a reply that continues on another server is
 * refused. Throws a UserError (`unreachable`), or the reason of the signal.
 */
export async function exchangePage({ context, request, send, signal }: PageRequest): Promise<Exchanged> {
  const { server } = context.connection;
  const method = request.method ?? "GET";
  const url = method === "POST" ? statementAddress(server) : addressOnServer(request.url ?? "", server);
  const text = await sendPatiently(context, { ...request, ...context.settings.for(method), method, url, signal }, send);
  const page = typeof text === "string" ? parseStatementPage(text) : null;
  if (typeof text !== "string" || page === null) throw notTheProtocol(server);
  const { length } = text;
  return { page: page.nextUri ? { ...page, nextUri: addressOnServer(page.nextUri, server) } : page, length };
}

async function sendPatiently(
  context: StatementContext,
  request: HttpRequest & { readonly method: string; readonly signal: AbortSignal },
  send: SendRequest,
): Promise<unknown> {
  const { server, silenceMilliseconds } = context.connection;
  const { method, signal } = request;
  for (let attempts = 1; ; attempts++) {
    signal.throwIfAborted();
    try {
      return await send(request);
    } catch (error) {
      signal.throwIfAborted();
      const failure = readRequestFailure(error);
      const delay = retryDelay(failure, method, attempts, Date.now());
      if (delay === null) throw unanswered(failure, { server, method, attempts, silenceMilliseconds });
      context.logger.debug({ method, ...failure, attempts, delay }, "Trino gave no answer; asking again");
      await context.clock.wait(delay, signal);
    }
  }
}
