import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { authenticate } from "./access/authenticate.js";
import { type Caller, nameOf } from "./access/caller.js";
import { maySee, requireOne } from "./access/permissions.js";
import {
  queryRefusal,
  type RateKeeper,
  type RateResource,
  rateHeaders,
  secondaryRefusal,
} from "./access/rate-limit.js";
import { answerOperation } from "./answer-operation.js";
import { routeOf } from "./description/route.js";
import type { Fault, FaultPlan } from "./faults/fault.js";
import { gitRequest, serveGit } from "./git/smart-http.js";
import { answerQuery, GRAPHQL } from "./graphql/answer-query.js";
import { artifactZip } from "./http/artifact-zip.js";
import { askedAddress, isQuery } from "./http/asked-address.js";
import { parseBody, readBody } from "./http/asked-request.js";
import { notFound, Refusal } from "./http/reply.js";
import { jsonReply, type SentReply, send, tagged } from "./http/sent-reply.js";
import { followHeads } from "./state/pull-facts.js";
import type { World } from "./state/world.js";

/** One request as the double saw it; a status of 0 is a reply that never arrived. */
export interface RecordedRequest {
  readonly number: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly operation: string | null;
  /** Login, `app <slug>` or `anonymous`. */
  readonly identity: string;
  readonly status: number;
  /** What went wrong by plan. */
  readonly fault: Fault["kind"] | null;
}

/** What answering needs besides the request. */
export interface Answering {
  readonly world: World;
  readonly rates: RateKeeper;
  readonly faults: FaultPlan;
  readonly spoil: (operation: string, body: unknown) => unknown;
  readonly requests: RecordedRequest[];
  readonly problems: string[];
  /** Requests seen, by method and path. */
  readonly seen: Map<string, number>;
  total: number;
}

/** Answers one request, whatever becomes of it, and records it. */
export async function answerRequest(at: Answering, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = askedAddress(request.url ?? "/", at.world);
  const method = request.method ?? "GET";
  const route = isQuery(method, address) ? GRAPHQL : routeOf(method, address.pathname);
  const operation = route === GRAPHQL ? GRAPHQL : (route?.operation.id ?? null);
  const fault = faultOf(at, method, address, operation);
  const note = {
    number: at.total,
    method,
    path: `${address.pathname}${address.search}`,
    operation,
  };
  const record = (identity: string, status: number) =>
    at.requests.push({ ...note, identity, status, fault: fault?.kind ?? null });
  if (fault?.kind === "slow") await wait(fault.milliseconds);
  if (fault?.kind === "drop") {
    record("anonymous", 0);
    return void request.socket.destroy();
  }
  const artifact = artifactZip(at.world, address);
  if (artifact !== null) {
    record("anonymous", 200);
    return send(response, artifact);
  }
  const git = gitRequest(address);
  if (git !== null) return void record("git", await answerGit(at, git, address, request, response));
  const { caller, reply } = await answered(at, route, address, request, fault);
  record(nameOf(caller), fault?.kind === "lost-reply" ? 0 : reply.status);
  if (fault?.kind === "lost-reply") return void request.socket.destroy();
  send(response, reply);
}

function faultOf(at: Answering, method: string, { pathname: path }: URL, operation: string | null): Fault | null {
  at.total += 1;
  const repetition = (at.seen.get(`${method} ${path}`) ?? 0) + 1;
  at.seen.set(`${method} ${path}`, repetition);
  return at.faults({ number: at.total, repetition, method, path, operation });
}

async function answered(
  at: Answering,
  route: ReturnType<typeof routeOf> | typeof GRAPHQL,
  address: URL,
  request: IncomingMessage,
  fault: Fault | null,
): Promise<{ readonly caller: Caller; readonly reply: SentReply }> {
  let caller: Caller = { kind: "anonymous" };
  const resource = route === GRAPHQL ? "graphql" : "core";
  const bytes = await readBody(request);
  try {
    if (request.headers["user-agent"] === undefined)
      throw new Refusal(403, "Request forbidden by administrative rules.");
    if (fault?.kind === "status") return { caller, reply: jsonReply(fault.status, { message: "Server Error" }) };
    caller = authenticate(at.world, request.headers.authorization);
    if (fault?.kind === "primary-rate-limit") exhaust(at, caller, resource);
    if (fault?.kind === "secondary-rate-limit") throw secondaryRefusal(fault.retryAfter);
    if (route === GRAPHQL) return { caller, reply: await answeredQuery(at, caller, parseBody(bytes)) };
    if (route?.operation.id !== "rate-limit/get") at.rates.count(caller, request.method ?? "GET");
    if (route === null) throw unknown(at, request.method ?? "GET", address);
    const asked = { world: at.world, rates: at.rates, caller, route, address, spoil: at.spoil };
    const accept = request.headers.accept ?? "";
    const { reply, problems } = await answerOperation({ ...asked, accept, body: parseBody(bytes) });
    at.problems.push(...problems);
    const final = tagged(request, reply);
    if (final.status === 304) at.rates.forget(caller);
    return { caller, reply: withHeaders(at, caller, "core", final) };
  } catch (error) {
    return { caller, reply: withHeaders(at, caller, resource, refused(at, error)) };
  }
}

async function answeredQuery(at: Answering, caller: Caller, body: unknown): Promise<SentReply> {
  if (!at.rates.countQuery(caller)) return withHeaders(at, caller, "graphql", jsonReply(200, queryRefusal(caller)));
  const { reply, problems } = await answerQuery({ world: at.world, caller, body, spoil: at.spoil });
  at.problems.push(...problems);
  return withHeaders(at, caller, "graphql", reply);
}

/** An error of the double itself is a problem of the test, not an answer to rely on. */
function refused(at: Answering, error: unknown): SentReply {
  if (error instanceof Refusal) return jsonReply(error.status, error.body(), error.headers);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  at.problems.push(text);
  return jsonReply(500, { message: text });
}

/** From now on everything is refused until the hour is over. */
function exhaust({ rates }: Answering, caller: Caller, resource: RateResource): void {
  const own = rates.allowance(caller, resource);
  own.used = own.limit;
}

function unknown(at: Answering, method: string, { pathname }: URL): Refusal {
  at.problems.push(`${method} ${pathname}: GitHub's description, as far as it is kept here, has no such operation`);
  return notFound();
}

function withHeaders({ world, rates }: Answering, caller: Caller, resource: RateResource, reply: SentReply): SentReply {
  const always = {
    date: world.now().toUTCString(),
    "x-github-request-id": "LOOPBACK",
    "x-github-api-version-selected": "2022-11-28",
  };
  return { ...reply, headers: { ...rateHeaders(rates.allowance(caller, resource)), ...always, ...reply.headers } };
}

async function answerGit(
  at: Answering,
  asked: NonNullable<ReturnType<typeof gitRequest>>,
  address: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<number> {
  try {
    const caller = authenticate(at.world, request.headers.authorization);
    const repository = at.world.repositories.get(asked.fullName);
    if (repository === undefined || !maySee(caller, repository)) {
      throw caller.kind === "anonymous" ? new Refusal(401, "Requires authentication") : notFound();
    }
    requireOne(caller, repository, [asked.writes ? "contents:write" : "contents:read"]);
    await followHeads(at.world, repository);
    return await serveGit(repository.git.directory, asked, address, request, response);
  } catch (error) {
    const reply = refused(at, error);
    const challenge = reply.status === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
    send(response, { ...reply, headers: { ...reply.headers, ...challenge } });
    return reply.status;
  }
}
