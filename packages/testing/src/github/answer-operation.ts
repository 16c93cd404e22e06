import type { Caller } from "./access/caller.js";
import { maySee, requireOne } from "./access/permissions.js";
import type { RateKeeper } from "./access/rate-limit.js";
import { checkReply } from "./description/check-reply.js";
import { checkRequest } from "./description/check-request.js";
import type { Operation } from "./description/description.js";
import type { Route } from "./description/route.js";
import { cutPage } from "./http/pages.js";
import { notFound, Refusal, type Reply } from "./http/reply.js";
import { jsonReply, type SentReply } from "./http/sent-reply.js";
import type { Call, Handler } from "./operations/call.js";
import { handlers } from "./operations/handlers.js";
import type { World } from "./state/world.js";

/** One request to one of GitHub's operations. */
export interface OperationRequest {
  readonly world: World;
  readonly rates: RateKeeper;
  readonly caller: Caller;
  readonly route: Route;
  readonly address: URL;
  readonly body: unknown;
  readonly accept: string;
  readonly spoil: (operation: string, body: unknown) => unknown;
}

/** A reply, and why GitHub would never have sent it, should that be so. */
export interface Answer {
  readonly reply: SentReply;
  readonly problems: readonly string[];
}

/**
 * Answers as GitHub would: only what its description allows comes in, and only what it allows goes out. What should not go out is a
 * problem of the double and is answered 500.
 */
export async function answerOperation(asked: OperationRequest): Promise<Answer> {
  const { operation } = asked.route;
  try {
    return checked(operation, await reply(asked));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return checked(operation, jsonReply(error.status, error.body(), error.headers));
  }
}

async function reply(asked: OperationRequest): Promise<SentReply> {
  const { world, rates, caller, route, address } = asked;
  const { operation } = route;
  const handler = handlers[operation.id];
  if (handler === undefined) throw new Error(`${operation.id} is described and not done`);
  const repository = seen(asked, handler);
  const request = checkRequest(operation, route.path, address.searchParams, asked.body);
  if (isMisfits(request)) throw unfit(request);
  const call: Call = { world, rates, caller, accept: asked.accept, ...request };
  const made =
    handler.about === "repository" && repository !== null
      ? await handler.answer({ ...call, repository })
      : handler.about === "github"
        ? await handler.answer(call)
        : null;
  if (made === null) throw notFound();
  return sent(asked, made, call);
}

/** The repository of the path, which the caller must see and be allowed what the operation needs. */
function seen({ world, caller, route }: OperationRequest, handler: Handler) {
  if (handler.about !== "repository") return null;
  const repository = world.repositories.get(`${route.path.owner}/${route.path.repo}`);
  if (repository === undefined || !maySee(caller, repository)) throw notFound();
  requireOne(caller, repository, handler.needs);
  return repository;
}

function isMisfits(value: ReturnType<typeof checkRequest>): value is Extract<typeof value, readonly unknown[]> {
  return Array.isArray(value);
}

function unfit(misfits: readonly { readonly at: string; readonly message: string }[]): Refusal {
  const sentences = misfits.map(({ at, message }) => `${at === "" ? "the body" : at} ${message}`);
  return new Refusal(422, `Invalid request.\n\n${sentences.join("\n")}`);
}

function sent({ address, route, spoil }: OperationRequest, made: Reply, call: Call): SentReply {
  if (made.kind === "raw") {
    return { status: 200, body: made.bytes, headers: { "content-type": made.type } };
  }
  if (made.kind === "empty") return jsonReply(made.status, undefined, made.headers);
  if (made.kind === "json") return jsonReply(made.status, spoil(route.operation.id, made.body));
  const { items, link } = cutPage(made.items, call.query, address, made.perPage ?? 30);
  const value = spoil(route.operation.id, made.wrap === undefined ? items : made.wrap(items, made.items.length));
  return jsonReply(200, value, link === null ? {} : { link });
}

/** What counts is what goes out as JSON; raw media types are not described. */
function checked(operation: Operation, reply: SentReply): Answer {
  if (reply.headers["content-type"]?.includes(".raw") === true) return { reply, problems: [] };
  const text = reply.body.toString("utf8");
  const problems = checkReply(operation, reply.status, text === "" ? undefined : JSON.parse(text));
  if (problems.length === 0) return { reply, problems };
  const message = `The double would answer what GitHub does not: ${problems.join("; ")}`;
  return { reply: jsonReply(500, { message }), problems };
}
