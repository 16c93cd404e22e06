import { isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode } from "yaml";
import type { YamlFile } from "./read-yaml.js";

/** Keys and list positions from the root of a YAML file to a value. */
export type YamlPath = readonly PropertyKey[];

/** Where the value at a path begins, or the deepest value on the way there: what is missing is missed by its parent. */
export function offsetOf({ document }: YamlFile, path: YamlPath): number {
  return nodeAt(document.contents, path)?.range?.[0] ?? 0;
}

/** Where a key begins in the object at a path. */
export function keyOffset({ document }: YamlFile, path: YamlPath, key: PropertyKey): number {
  return pairOf(nodeAt(document.contents, path), key)?.key.range?.[0] ?? 0;
}

/** Tells the lines a value stands on with its key, from 1, both inclusive; those of its parent when it is missing. */
export function lineFinder(yaml: YamlFile): (path: YamlPath) => { line: number; endLine: number } {
  const feeds = lineFeeds(yaml.source);
  return (path) => {
    const node = nodeAt(yaml.document.contents, path);
    const pair = pairOf(nodeAt(yaml.document.contents, path.slice(0, -1)), path.at(-1) ?? "");
    const start = (pair?.value === node ? pair?.key.range?.[0] : node?.range?.[0]) ?? 0;
    // The range of a block ends below its last line.
    let end = node?.range?.[1] ?? start;
    while (end > start && /\s/.test(yaml.source.charAt(end - 1))) end--;
    return { line: 1 + countBelow(feeds, start), endLine: 1 + countBelow(feeds, end) };
  };
}

function lineFeeds(source: string): number[] {
  const found: number[] = [];
  for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) found.push(at);
  return found;
}

/** How many of the sorted numbers are below `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pairOf(node: Node | null, key: PropertyKey): Pair<Node, Node | null> | null {
  if (!isMap<Node, Node>(node)) return null;
  return node.items.find((item) => isScalar(item.key) && item.key.value === key) ?? null;
}

function nodeAt(root: ParsedNode | null, path: YamlPath): Node | null {
  let here: Node | null = root;
  for (const step of path) {
    if (!isMap(here) && !isSeq(here)) return here;
    const next: unknown = here.get(step, true);
    if (!isMap(next) && !isSeq(next) && !isScalar(next)) return here;
    here = next;
  }
  return here;
}
