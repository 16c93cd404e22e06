import type * as z from "zod";
import { findKey, findValue } from "../json-text/find-value.js";
import { JsonCursor } from "../json-text/json-cursor.js";
import type { JsonTextError } from "../json-text/json-text-error.js";
import { allowedKeys } from "../schema-issues/allowed-keys.js";
import { explainIssue, explainUnknownKey } from "../schema-issues/explain-issue.js";
import { keyPath } from "../schema-issues/key-path.js";
import { snapshotSchema } from "./snapshot-schema.js";
import type { ViewText } from "./view-text.js";

/** What is wrong with the value at one key path of a view, and where that stands. */
export function problemInView(
  bytes: Buffer,
  at: ViewText,
  path: readonly PropertyKey[],
  reason: string,
): JsonTextError {
  const cursor = cursorAt(bytes, at);
  findValue(cursor, path);
  return cursor.problem(reason);
}

/** What the schema found wrong with a parsed view, in words, and where that stands. */
export function explainIssueInView(
  bytes: Buffer,
  at: ViewText,
  issue: z.core.$ZodIssue,
  value: unknown,
): JsonTextError {
  const key = keyPath(issue.path);
  const where = key === "" ? "" : `${key}: `;
  const [unknown] = issue.code === "unrecognized_keys" ? issue.keys : [];
  if (unknown === undefined) return problemInView(bytes, at, issue.path, `${where}${explainIssue(issue, value)}`);
  const cursor = cursorAt(bytes, at);
  findKey(cursor, issue.path, unknown);
  return cursor.problem(`${where}${explainUnknownKey(unknown, allowedKeys(snapshotSchema, issue.path))}`);
}

function cursorAt(bytes: Buffer, { start, line }: ViewText): JsonCursor {
  return new JsonCursor(bytes, start, line);
}
