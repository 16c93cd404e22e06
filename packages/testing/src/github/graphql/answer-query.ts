import { type DocumentNode, execute, GraphQLError, parse, validate } from "graphql";
import type { Caller } from "../access/caller.js";
import { Refusal } from "../http/reply.js";
import { jsonReply, type SentReply } from "../http/sent-reply.js";
import type { World } from "../state/world.js";
import { queryRoots } from "./query-roots.js";
import { githubSchema } from "./schema.js";

/** The name that requests of the GraphQL API go by among GitHub's operations. */
export const GRAPHQL = "graphql";

/** One query. */
export interface AskedQuery {
  readonly world: World;
  readonly caller: Caller;
  readonly body: unknown;
  readonly spoil: (operation: string, body: unknown) => unknown;
}

/**
 * Answers a query by GitHub's schema and real git. A query that does not fit the schema, as far as it is kept here, is a problem of
 * the test: GitHub would refuse it or knows more than the double.
 */
export async function answerQuery(
  asked: AskedQuery,
): Promise<{ readonly reply: SentReply; readonly problems: readonly string[] }> {
  if (asked.caller.kind === "anonymous") throw new Refusal(401, "This endpoint requires you to be authenticated.");
  const { query, variables } = queryOf(asked.body);
  const document = read(query);
  const misfits = document instanceof GraphQLError ? [document] : validate(githubSchema(), document);
  if (document instanceof GraphQLError || misfits.length > 0) {
    return {
      reply: jsonReply(200, { errors: misfits.map(wire) }),
      problems: misfits.map(({ message }) => `GraphQL: ${message}`),
    };
  }
  return { reply: await executed(asked, document, variables), problems: [] };
}

async function executed(
  { world, caller, spoil }: AskedQuery,
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<SentReply> {
  const reading = { bytesLeft: world.queryBytes };
  const rootValue = queryRoots(world, caller, reading);
  const { data, errors } = await execute({ schema: githubSchema(), document, variableValues, rootValue });
  if (reading.bytesLeft < 0) {
    return jsonReply(504, { message: "We couldn't respond to your request in time. Sorry about that." });
  }
  const defect = errors?.find(({ originalError, extensions }) => originalError !== undefined && !extensions.type);
  if (defect !== undefined) throw defect.originalError ?? defect;
  return jsonReply(200, spoil(GRAPHQL, { data, ...(errors && { errors: errors.map(wire) }) }));
}

function queryOf(body: unknown): { readonly query: string; readonly variables: Readonly<Record<string, unknown>> } {
  const { query, variables = {} } =
    typeof body === "object" && body !== null ? ({ ...body } as Record<string, unknown>) : {};
  if (typeof query !== "string") throw new Refusal(400, "A query attribute must be specified and must be a string.");
  return { query, variables: typeof variables === "object" && variables !== null ? { ...variables } : {} };
}

function read(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** GitHub says the kind of an error beside its message, where others say it in `extensions`. */
function wire({ message, path, locations, extensions }: GraphQLError): Readonly<Record<string, unknown>> {
  const { type } = extensions;
  return { ...(type === undefined ? {} : { type }), ...(path && { path }), ...(locations && { locations }), message };
}
