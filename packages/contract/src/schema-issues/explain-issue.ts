import type * as z from "zod";
import { quoted } from "./key-path.js";
import { suggestName } from "./suggest-name.js";
import { valueAt } from "./value-at.js";

type Issue = z.core.$ZodIssue;

const nouns: Readonly<Record<string, string>> = {
  object: "keys with values",
  record: "keys with values",
  array: "a list",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/**
 * Says in words what zod found wrong with something in `root`, and what is allowed; never repeats a value that may be a secret.
 * What a schema forbids beside types, choices and keys it says in words of its own.
 */
export function explainIssue(issue: Issue, root: unknown): string {
  const value = valueAt(root, issue.path);
  if (issue.code === "invalid_value") return explainChoice(issue.values.map(String), value);
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)) {
    return explainChoice(issue.options.map(String), value);
  }
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  if (issue.code !== "invalid_type") return issue.message;
  const expected = nouns[issue.expected] ?? issue.expected;
  return value === undefined ? `is missing; it must be ${expected}` : `must be ${expected}, not ${nounOf(value)}`;
}

/** Says that a key is unknown, with the one that was probably meant or all that are allowed. */
export function explainUnknownKey(key: string, allowed: readonly string[]): string {
  const meant = suggestName(key, allowed);
  return `unknown key ${quoted(key)}; ${meant === null ? `allowed here: ${allowed.join(", ")}` : `did you mean ${meant}?`}`;
}

function explainChoice(allowed: readonly string[], value: unknown): string {
  const choice = allowed.length === 1 ? `must be ${allowed[0]}` : `must be one of ${allowed.join(", ")}`;
  if (value === undefined) return `is missing; it ${choice}`;
  if (typeof value !== "string") return `${choice}, not ${nounOf(value)}`;
  const meant = suggestName(value, allowed);
  return `${choice}, not ${quoted(value)}${meant === null ? "" : `; did you mean ${meant}?`}`;
}

function nounOf(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  return nouns[typeof value] ?? typeof value;
}
