import { isCollection, isMap, isPair, isScalar, isSeq, type Node, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import { flowListEdits } from "./flow-list-edits.js";
import type { YamlFile } from "./read-yaml.js";
import type { YamlPath } from "./yaml-place.js";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whole lines, put between two others; the lower rank comes first. */
  readonly rank?: number;
}

/**
 * Changes of single values in the text of a YAML file: every other character, comments and layout too, stays as it is.
 * All places are those of the file as it was read. Whoever applies them reads the result again before it is written.
 */
export class YamlEdits {
  readonly #yaml: YamlFile;
  readonly #edits: Edit[] = [];
  readonly #newline: string;

  constructor(yaml: YamlFile) {
    this.#yaml = yaml;
    this.#newline = yaml.source.includes("\r\n") ? "\r\n" : "\n";
  }

  /** Puts another scalar in the place of one that is there. */
  set(path: YamlPath, value: string | number | boolean): void {
    const node = this.#at(path);
    if (!isScalar(node) || !node.range) throw new Error(`there is no scalar at ${path.join(".")}`);
    const [start, end] = node.range;
    // The range of a block text ends below its last line.
    const ending = /\s*$/.exec(this.#yaml.source.slice(start, end))?.[0] ?? "";
    this.#edits.push({ start, end, text: scalarText(value, node.type) + ending });
  }

  /** Changes a list of the document's top level: rows at `removed` go, `added` come at its end; an empty list goes whole. */
  changeList(key: string, removed: readonly number[], added: readonly object[]): void {
    const list = this.#at([key]);
    if (removed.length + added.length === 0) return;
    if (!isSeq<Node>(list) || !list.range) this.#addList(key, added);
    else if (list.flow === true) this.#edits.push(...flowListEdits(this.#yaml.source, list, removed, added));
    else if (removed.length === list.items.length && added.length === 0) this.#removeKey(key);
    else this.#changeBlock(list, removed, added);
  }

  /** Puts `added` at the end of a list that is there, wherever it stands. */
  append(path: YamlPath, added: readonly object[]): void {
    const list = this.#at(path);
    if (!isSeq<Node>(list)) throw new Error(`there is no list at ${path.join(".")}`);
    if (list.flow === true) this.#edits.push(...flowListEdits(this.#yaml.source, list, [], added));
    else this.#changeBlock(list, [], added);
  }

  /** The text with all changes made. */
  text(): string {
    const { source } = this.#yaml;
    // Rows for a list that ends the file come before a key that is put behind it.
    const sorted = this.#edits.toSorted(
      (one, other) => one.start - other.start || one.end - other.end || (one.rank ?? 0) - (other.rank ?? 0),
    );
    let [text, at] = ["", 0];
    for (const edit of sorted) {
      text += source.slice(at, edit.start);
      if (edit.rank !== undefined && !text.endsWith("\n")) text += this.#newline;
      text += edit.text;
      at = edit.end;
    }
    return text + source.slice(at);
  }

  #at(path: YamlPath): unknown {
    return this.#yaml.document.getIn(path, true);
  }

  #changeBlock(list: YAMLSeq<Node>, removed: readonly number[], added: readonly object[]): void {
    for (const index of removed) {
      const item = list.items[index];
      if (item) this.#removeLines(this.#yaml.source.lastIndexOf("-", startOf(item)), this.#endOf(item));
    }
    const [first] = list.items;
    if (!first || added.length === 0) return;
    const dash = this.#yaml.source.lastIndexOf("-", startOf(first));
    const indent = " ".repeat(dash - this.#lineStart(dash));
    this.#insertLines(
      this.#lineEnd(this.#endOf(list)),
      added.flatMap((item) => linesOf([item])).map((line) => indent + line),
    );
  }

  #addList(key: string, items: readonly object[]): void {
    const root = this.#yaml.document.contents;
    if (!isMap(root) || !root.range) throw new Error("the file holds no keys");
    if (root.flow === true) {
      const end = (root.range[1] ?? 0) - 1;
      this.#edits.push({ start: end, end, text: `, ${JSON.stringify(key)}: ${JSON.stringify(items)}` });
    } else this.#insertLines(this.#lineEnd(this.#endOf(root)), linesOf({ [key]: items }), 1);
  }

  #removeKey(key: string): void {
    const pair = (this.#yaml.document.contents as YAMLMap<Node, Node> | null)?.items.find(
      (item) => isScalar(item.key) && item.key.value === key,
    );
    if (pair) this.#removeLines(startOf(pair.key), this.#endOf(pair.value ?? pair.key));
  }

  #removeLines(from: number, to: number): void {
    const end = this.#lineEnd(to);
    this.#edits.push({
      start: this.#lineStart(from),
      end: Math.min(end + this.#breakAt(end), this.#yaml.source.length),
      text: "",
    });
  }

  /** Right behind the line that ends at `end`. */
  #insertLines(end: number, lines: readonly string[], rank = 0): void {
    const at = end + this.#breakAt(end);
    this.#edits.push({ start: at, end: at, text: lines.map((line) => line + this.#newline).join(""), rank });
  }

  /** Where the last value below a node ends: what comes behind, comments of the next part for one, is not its own. */
  #endOf(node: Node): number {
    const { range } = lastOf(node);
    let end = range?.[1] ?? 0;
    // The range of a block text ends below its last line.
    while (end > (range?.[0] ?? 0) && /\s/.test(this.#yaml.source.charAt(end - 1))) end--;
    return end;
  }

  #lineStart(at: number): number {
    return this.#yaml.source.lastIndexOf("\n", at - 1) + 1;
  }

  /** Where the line ends, its break left out. */
  #lineEnd(at: number): number {
    const feed = this.#yaml.source.indexOf("\n", at);
    if (feed === -1) return this.#yaml.source.length;
    return this.#yaml.source[feed - 1] === "\r" && feed > at ? feed - 1 : feed;
  }

  /** How long the line break at a place is. */
  #breakAt(at: number): number {
    return /^\r?\n?/.exec(this.#yaml.source.slice(at, at + 2))?.[0].length ?? 0;
  }
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** What stands last below a node. */
function lastOf(node: Node): Node {
  const last: unknown = isCollection(node) && node.flow !== true ? node.items.at(-1) : undefined;
  if (isPair<Node, Node | null>(last)) return lastOf(last.value ?? last.key);
  return last === undefined || last === null ? node : lastOf(last as Node);
}

/** Quoted as the value before was. */
function scalarText(value: string | number | boolean, style: unknown): string {
  if (style === "QUOTE_DOUBLE") return JSON.stringify(String(value));
  if (style === "QUOTE_SINGLE") return `'${String(value).replaceAll("'", "''")}'`;
  const text = stringify(value, { lineWidth: 0 }).trimEnd();
  return text.includes("\n") ? JSON.stringify(value) : text;
}

function linesOf(value: unknown): string[] {
  return stringify(value, { lineWidth: 0 }).trimEnd().split("\n");
}
