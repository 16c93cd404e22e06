import type { IncomingMessage } from "node:http";
import { Refusal } from "./reply.js";

/** Longest body GitHub takes, in bytes. */
const longestBody = 50_000_000;

/** The bytes of a request's body. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > longestBody) throw new Refusal(422, "Request body is too large");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The JSON of a body, undefined when there is none. */
export function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(400, "Problems parsing JSON");
    throw error;
  }
}
