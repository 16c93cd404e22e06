import { type Document, isMap, isScalar, isSeq, type Node, type ParsedNode } from "yaml";
import { keyPath, quoted } from "../schema-issues/key-path.js";
import { MOST_LEVELS } from "./yaml-nesting.js";
import type { YamlProblem } from "./yaml-problem.js";

type Path = readonly (string | number)[];

/**
 * What a well-formed YAML document must not hold to be a file of ours: anchors and aliases (few bytes can mean gigabytes),
 * tags, keys that stand twice, keys that are not text, `__proto__`, too many levels.
 */
export function findForeignStructure(document: Document.Parsed): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== "1.2") {
    problems.push({ offset: 0, key: "", text: "only YAML 1.2 is read; remove the %YAML line" });
  }
  if (document.contents !== null) inspect(document.contents, [], problems);
  return problems;
}

function inspect(node: ParsedNode, path: Path, problems: YamlProblem[]): void {
  const say = (at: Node | null, text: string) =>
    problems.push({ offset: at?.range?.[0] ?? 0, key: keyPath(path), text });
  if (path.length > MOST_LEVELS) {
    say(node, `nests deeper than ${MOST_LEVELS} levels`);
    return;
  }
  if (!("items" in node) && !isScalar(node)) {
    say(node, "aliases (*name) are not read; write the value out");
    return;
  }
  if (node.anchor !== undefined) say(node, "anchors (&name) are not read; write the value out where it is needed");
  if (node.tag !== undefined) say(node, "tags (!name) are not read; write the plain value");
  if (isSeq(node)) for (const [index, item] of node.items.entries()) inspect(item, [...path, index], problems);
  if (isMap(node)) inspectKeys(node.items, path, problems);
}

function inspectKeys(
  pairs: readonly { key: ParsedNode; value: ParsedNode | null }[],
  path: Path,
  problems: YamlProblem[],
): void {
  const seen = new Set<string>();
  for (const { key, value } of pairs) {
    const say = (text: string) => problems.push({ offset: key.range[0], key: keyPath(path), text });
    if (!isScalar(key) || typeof key.value !== "string") {
      say("a key must be plain text; put it in quotes");
      continue;
    }
    if (key.anchor !== undefined || key.tag !== undefined) say("a key must be plain text, without & and !");
    if (key.value === "__proto__") say("the key __proto__ is never read");
    if (seen.has(key.value)) say(`the key ${quoted(key.value)} stands here twice`);
    seen.add(key.value);
    if (value !== null) inspect(value, [...path, key.value], problems);
  }
}
