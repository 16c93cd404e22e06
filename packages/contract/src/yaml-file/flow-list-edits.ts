import type { Node, YAMLSeq } from "yaml";

/** A part of the source, by its offsets, and what comes in its place. */
export interface FlowEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How items at `removed` leave a list of flow style, `[a, b]`, and `added` come at its end; comments in it stay. */
export function flowListEdits(
  source: string,
  list: YAMLSeq<Node>,
  removed: readonly number[],
  added: readonly object[],
): FlowEdit[] {
  const [start = 0, , end = 0] = list.range ?? [];
  const places = list.items.map(({ range }) => ({ from: range?.[0] ?? 0, to: range?.[1] ?? 0 }));
  const lastKept = places.findLastIndex((_, index) => !removed.includes(index));
  const kept = places[lastKept];
  const texts = added.map((item) => JSON.stringify(item));
  const endsWithComma = commaWithin(source, places.at(-1)?.to ?? start + 1, end) !== null;
  const edits: FlowEdit[] = removed.flatMap((index) => {
    const item = places[index];
    if (!item) return [];
    const itself = { start: item.from, end: item.to, text: "" };
    // Of items that end the list the commas in front go, unless there is one behind the last: JSON knows no such comma.
    const comma =
      index > lastKept && !endsWithComma
        ? commaWithin(source, places[index - 1]?.to ?? start, item.from)
        : commaWithin(source, item.to, places[index + 1]?.from ?? end);
    return comma === null ? [itself] : [itself, { start: comma, end: comma + 1, text: "" }];
  });
  const at = kept?.to ?? start + 1;
  if (texts.length > 0) edits.push({ start: at, end: at, text: (kept ? ", " : "") + texts.join(", ") });
  return edits;
}

/** Where the comma between two items is: between them stand only blanks, comments and that. */
function commaWithin(source: string, from: number, to: number): number | null {
  const between = source.slice(from, to).replace(/(?<=\s)#.*/g, (comment) => " ".repeat(comment.length));
  const at = between.indexOf(",");
  return at === -1 ? null : from + at;
}
