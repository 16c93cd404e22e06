import { readLocated, type ViewName } from "@schema-gate/contract";
import { isPlainName, type Mentions } from "./mentions.js";
import type { ReadingText } from "./reader.js";
import type { ReaderSource } from "./reader-source.js";

/** The definitions of views that hold one of the names; the rest are not even parsed as snapshots. */
export async function viewTexts(
  { views, tree }: ReaderSource,
  names: readonly ViewName[],
  mentions: Mentions,
): Promise<ReadingText[]> {
  if (views === null) return [];
  const files = await mayMention([...views.entries.values()], tree, names, mentions);
  const labels = Array.from(views.entries)
    .filter(([, { file }]) => files === null || files.has(file))
    .map(([label]) => label);
  const texts: ReadingText[] = [];
  for (const [name, located] of await views.read(labels)) {
    if (mentions.in(rawDefinition(located.bytes)).size === 0) continue;
    const { catalog, schema, definition } = readLocated(located);
    if (definition === null || mentions.in(definition).size === 0) continue;
    const home = { catalog, schema };
    texts.push({ kind: "view", name, file: located.file, text: definition, language: "sql", home });
  }
  return texts;
}

/** What may be the definition in a snapshot that is not parsed, and all behind it; it stands last in those that we wrote. */
function rawDefinition(bytes: Buffer): string {
  const start = bytes.indexOf('"definition":');
  const text = bytes.toString("latin1", Math.max(0, start));
  // An escaped line end stands right before a word.
  return text.replace(/\\(?:u[0-9a-fA-F]{4}|[^"])/g, " ");
}

/**
 * The snapshots whose definition may hold one of the names, whoever looks for them: one that cannot be read and holds none
 * concerns nobody here. `null` for names that may be written in several ways.
 */
async function mayMention(
  entries: readonly { readonly file: string }[],
  tree: ReaderSource["tree"],
  names: readonly ViewName[],
  mentions: Mentions,
): Promise<ReadonlySet<string> | null> {
  const [first] = entries;
  if (!first || !names.every(({ name }) => isPlainName(name))) return null;
  const root = first.file.split("/")[0] ?? "";
  const unique = [...new Set(names.map(({ name }) => name))];
  const mentioning = new Set(await tree.mentioning([root], unique));
  const files = entries.map(({ file }) => file).filter((file) => mentioning.has(file));
  const holding = Array.from(await tree.read(files)).filter(([, bytes]) => mentions.in(rawDefinition(bytes)).size > 0);
  return new Set(holding.map(([file]) => file));
}
