import { isMap, isScalar, isSeq, type Node, type ParsedNode } from "yaml";
import type * as z from "zod";
import { allowedKeys } from "../schema-issues/allowed-keys.js";
import { explainIssue, explainUnknownKey } from "../schema-issues/explain-issue.js";
import { keyPath } from "../schema-issues/key-path.js";
import type { UserError } from "../user-error.js";
import type { YamlFile } from "./read-yaml.js";
import { type YamlProblem, yamlError } from "./yaml-problem.js";

/** What a schema makes of a YAML file, or a `UserError` with file, line, column, key and reason of everything wrong. */
export function validateYaml<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFile,
  value: unknown = yaml.value,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => toProblems(issue, schema, yaml, value));
  throw yamlError(yaml.file, yaml.source, problems);
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
export function yamlRefusal(yaml: YamlFile, path: readonly PropertyKey[], text: string): UserError {
  return yamlError(yaml.file, yaml.source, [{ offset: offsetOf(yaml, path), key: keyPath(path), text }]);
}

function toProblems(issue: z.core.$ZodIssue, schema: z.ZodType, yaml: YamlFile, value: unknown): YamlProblem[] {
  if (issue.code !== "unrecognized_keys") {
    const text = explainIssue(issue, value);
    return [{ offset: offsetOf(yaml, issue.path), key: keyPath(issue.path), text }];
  }
  const allowed = allowedKeys(schema, issue.path);
  return issue.keys.map((key) => ({
    offset: keyOffset(yaml, issue.path, key),
    key: keyPath(issue.path),
    text: explainUnknownKey(key, allowed),
  }));
}

function offsetOf({ document }: YamlFile, path: readonly PropertyKey[]): number {
  return nodeAt(document.contents, path)?.range?.[0] ?? 0;
}

function keyOffset({ document }: YamlFile, path: readonly PropertyKey[], key: string): number {
  const node = nodeAt(document.contents, path);
  const pair = isMap<Node, Node>(node)
    ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  return pair?.key.range?.[0] ?? 0;
}

/** The node at a path, or the deepest one on the way there: what is missing is missed by its parent. */
function nodeAt(root: ParsedNode | null, path: readonly PropertyKey[]): Node | null {
  let here: Node | null = root;
  for (const step of path) {
    if (!isMap(here) && !isSeq(here)) return here;
    const next: unknown = here.get(step, true);
    if (!isMap(next) && !isSeq(next) && !isScalar(next)) return here;
    here = next;
  }
  return here;
}
