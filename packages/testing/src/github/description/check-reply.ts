import type { Operation, Schema } from "./description.js";
import { misfits } from "./schema-check.js";

/** What GitHub answers to any request it refuses, whether or not the operation's description says so. */
const refusal: Schema = {
  type: "object",
  required: ["message", "documentation_url"],
  properties: { message: { type: "string" }, documentation_url: { type: "string" }, errors: { type: "array" } },
};

const anywhere = new Set([400, 401, 403, 404, 405, 409, 415, 422, 429]);

/**
 * Why GitHub would not send this reply to this operation, one sentence a reason; nothing when it would. The double holds its own replies
 * against the description, or a test would pass on what GitHub never says.
 */
export function checkReply(operation: Operation, status: number, body: unknown): readonly string[] {
  const described = operation.replies.get(status);
  if (described === undefined) {
    if (!anywhere.has(status)) return [`${operation.id} never answers ${status}`];
    return sentences(operation, status, refusal, body);
  }
  if (described === null) {
    if (status >= 400) return sentences(operation, status, refusal, body);
    return body === undefined ? [] : [`${operation.id} answers ${status} without a body`];
  }
  return sentences(operation, status, described, body);
}

function sentences(operation: Operation, status: number, schema: Schema, body: unknown): readonly string[] {
  return misfits(schema, body).map(
    ({ at, message }) => `${operation.id} ${status}: ${at === "" ? "the reply" : at} ${message}`,
  );
}
