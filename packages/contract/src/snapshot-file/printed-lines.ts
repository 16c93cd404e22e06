import type { PrintedLines } from "./view-text.js";

/**
 * The lines of a printed view's columns, each with its indent and a comma at its end. Bytes are kept as Latin-1: lines are
 * compared far more often than read, and this is the text that costs nothing to make. `lineText` gives the characters.
 */
export function printedLines(bytes: Buffer, { start, end }: PrintedLines): string[] {
  if (end === start) return [];
  const lines = bytes.toString("latin1", start, end - 1).split("\n");
  lines.push(`${lines.pop()},`);
  return lines;
}

/** The characters of a line without its comma. */
export function lineText(line: string): string {
  const text = line.slice(0, -1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the same in Latin-1 and UTF-8
  return /^[\x00-\x7f]*$/.test(text) ? text : Buffer.from(text, "latin1").toString("utf8");
}

/** How far ahead a line is looked for when some went or came in between. */
const LOOK_AHEAD = 4;

/** For each line before the equal line after it, in order; -1 where none was found. */
export function pairLines(before: readonly string[], after: readonly string[]): Int32Array {
  const partner = new Int32Array(before.length).fill(-1);
  let next = 0;
  for (let index = 0; index < before.length; index++) {
    const line = before[index];
    for (let other = next; other < next + LOOK_AHEAD && other < after.length; other++) {
      if (after[other] !== line) continue;
      partner[index] = other;
      next = other + 1;
      break;
    }
  }
  return partner;
}
