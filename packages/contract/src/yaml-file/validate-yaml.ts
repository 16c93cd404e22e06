import type * as z from "zod";
import { allowedKeys } from "../schema-issues/allowed-keys.js";
import { explainIssue, explainUnknownKey } from "../schema-issues/explain-issue.js";
import { keyPath } from "../schema-issues/key-path.js";
import type { UserError } from "../user-error.js";
import type { YamlFile } from "./read-yaml.js";
import { keyOffset, offsetOf, type YamlPath } from "./yaml-place.js";
import { type YamlProblem, yamlError } from "./yaml-problem.js";

/** What a schema makes of a YAML file, or a `UserError` with file, line, column, key and reason of everything wrong. */
export function validateYaml<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFile,
  value: unknown = yaml.value,
): z.output<Schema> {
  const result = readValue(schema, yaml, [], value);
  if ("data" in result) return result.data;
  throw yamlError(yaml.file, yaml.source, result.problems);
}

/** What a schema makes of the value that stands at `at` in a YAML file, or everything that is wrong with it. */
export function readValue<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFile,
  at: YamlPath,
  value: unknown,
): { readonly data: z.output<Schema> } | { readonly problems: readonly YamlProblem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data };
  return { problems: result.error.issues.flatMap((issue) => toProblems(issue, schema, yaml, at, value)) };
}

/** Refuses a file of another format with a sentence of its own, before anything else is said about it. */
export function requireFormatVersion(yaml: YamlFile, version: unknown, known: number): void {
  if (version === known || version === String(known)) return;
  const text =
    version === undefined || version === null
      ? `is missing; write formatVersion: ${known}`
      : `${JSON.stringify(version).slice(0, 40)} is unknown; this version of Schema Gate reads ${known}`;
  throw yamlRefusal(yaml, ["formatVersion"], text);
}

/** The error for what is wrong with the value at one key path. */
export function yamlRefusal(yaml: YamlFile, path: YamlPath, text: string): UserError {
  return yamlError(yaml.file, yaml.source, [problemAt(yaml, path, text)]);
}

/** What is wrong with the value at one key path. */
export function problemAt(yaml: YamlFile, path: YamlPath, text: string): YamlProblem {
  return { offset: offsetOf(yaml, path), key: keyPath(path), text };
}

/** That a key is not known in the object at a path, with the one that was probably meant. */
export function unknownKeyProblem(
  yaml: YamlFile,
  path: YamlPath,
  key: string,
  allowed: readonly string[],
): YamlProblem {
  return { offset: keyOffset(yaml, path, key), key: keyPath(path), text: explainUnknownKey(key, allowed) };
}

function toProblems(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  yaml: YamlFile,
  at: YamlPath,
  value: unknown,
): YamlProblem[] {
  const path = [...at, ...issue.path];
  if (issue.code !== "unrecognized_keys") {
    return [problemAt(yaml, path, explainIssue(issue, value))];
  }
  const allowed = allowedKeys(schema, issue.path);
  return issue.keys.map((key) => unknownKeyProblem(yaml, path, key, allowed));
}
