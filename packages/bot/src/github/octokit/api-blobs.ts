import * as z from "zod";
import { GitHubError } from "../github-error.js";
import { ask } from "./ask.js";
import type { Client } from "./client.js";
import { refusal } from "./refusals.js";

/** So many blobs are asked for one by one: queries keep a pace of one a second, requests do not. */
const FEW = 20;

/** What a query told of each blob, `null` for those it did not; what is missing of an answer that was cut is asked for again. */
interface Told {
  readonly texts: readonly (Buffer | null)[];
  readonly isCut: boolean;
}

/**
 * Blobs by one query of the GraphQL API, `null` for those it does not tell: few of them, what is binary or is not there. A query
 * that takes GitHub too long is asked again in halves. What a text lost on the way (bytes that are no UTF-8, all after the
 * 512,000th) shows when it is compared with its id.
 */
export async function apiBlobs(client: Client, ids: readonly string[]): Promise<readonly (Buffer | null)[]> {
  if (ids.length <= FEW) return ids.map(() => null);
  const { texts, isCut } = await texted(client, ids);
  if (!isCut) return texts;
  const missing = ids.filter((_, index) => texts[index] === null);
  const again = missing.length < ids.length ? await apiBlobs(client, missing) : await inHalves(client, ids);
  const found = new Map(missing.map((id, index) => [id, again[index] ?? null]));
  return ids.map((id, index) => texts[index] ?? found.get(id) ?? null);
}

async function inHalves(client: Client, ids: readonly string[]): Promise<readonly (Buffer | null)[]> {
  const middle = Math.ceil(ids.length / 2);
  // One after the other: where GitHub is down, few questions are asked in vain.
  const first = await apiBlobs(client, ids.slice(0, middle));
  return [...first, ...(await apiBlobs(client, ids.slice(middle)))];
}

const answer = z.object({
  data: z
    .object({
      repository: z.record(z.string(), z.object({ text: z.string().nullish() }).nullable()).nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ type: z.string().nullish(), message: z.string() })).default([]),
});

async function texted(client: Client, ids: readonly string[]): Promise<Told> {
  const asked = { doing: `read ${ids.length} blobs`, permission: "contents: read" };
  try {
    const { data, errors } = await ask(client, {
      ...asked,
      route: "POST /graphql",
      parameters: { baseUrl: client.graphqlUrl, query: queryFor(ids.length), variables: variablesFor(client, ids) },
      answer,
      isAskedOnce: true,
    });
    for (const { type, message } of errors) {
      const status = statusOf(type ?? "", message);
      if (status !== null) throw refusal(asked, { status, message });
    }
    const blobs = data?.repository ?? {};
    return { texts: ids.map((_, index) => bytesOf(blobs[`b${index}`]?.text)), isCut: errors.length > 0 };
  } catch (error) {
    if (!(error instanceof GitHubError && error.reason === "unclear")) throw error;
    return { texts: ids.map(() => null), isCut: true };
  }
}

/** What the REST API would have answered where GraphQL names an error; `null` for those that a smaller query may not meet. */
function statusOf(type: string, message: string): number | null {
  if (type.startsWith("RATE_LIMIT") || /\brate limit\b/i.test(message)) return 429;
  if (type === "FORBIDDEN") return 403;
  return type === "NOT_FOUND" ? 404 : null;
}

function bytesOf(text: string | null | undefined): Buffer | null {
  return typeof text === "string" ? Buffer.from(text) : null;
}

/** The same text for the same number of blobs; their ids are variables. */
function queryFor(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const variables = numbers.map((index) => `$i${index}: GitObjectID!`);
  const objects = numbers.map((index) => `b${index}: object(oid: $i${index}) { ...told }`);
  return [
    `query ($owner: String!, $name: String!, ${variables.join(", ")}) {`,
    `repository(owner: $owner, name: $name) {\n${objects.join("\n")}\n} }`,
    "fragment told on Blob { text }",
  ].join("\n");
}

function variablesFor({ repository: { owner, repo } }: Client, ids: readonly string[]): Record<string, string> {
  return { owner, name: repo, ...Object.fromEntries(ids.map((id, index) => [`i${index}`, id])) };
}
