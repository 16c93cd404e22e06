const LINE_FEED = 0x0a;
const COMMA = 0x2c;

/** Stretches of a file: two offsets each, first byte and the byte after the last. */
export type Spans = readonly number[];

/** The lines from `start` on, `count` of them, each without its indent of `indent` bytes and without a comma at its end. */
export function lineSpans(bytes: Buffer, start: number, count: number, indent: number): Spans {
  const spans: number[] = [];
  let at = start;
  for (let line = 0; line < count; line++) {
    const end = bytes.indexOf(LINE_FEED, at);
    spans.push(at + indent, bytes[end - 1] === COMMA ? end - 1 : end);
    at = end + 1;
  }
  return spans;
}

/** How far ahead a stretch is looked for when some went or came in between. */
const LOOK_AHEAD = 4;

/** For each stretch of the one file the stretch of the other that has the same bytes, in order; -1 where none was found. */
export function pairSpans(bytes: Buffer, spans: Spans, others: Buffer, otherSpans: Spans): Int32Array {
  const partner = new Int32Array(spans.length / 2).fill(-1);
  const count = otherSpans.length / 2;
  let next = 0;
  for (let index = 0; index < partner.length; index++) {
    const [start = 0, end = 0] = [spans[2 * index], spans[2 * index + 1]];
    for (let other = next; other < Math.min(count, next + LOOK_AHEAD); other++) {
      const [from = 0, to = 0] = [otherSpans[2 * other], otherSpans[2 * other + 1]];
      if (to - from !== end - start || bytes.compare(others, from, to, start, end) !== 0) continue;
      partner[index] = other;
      next = other + 1;
      break;
    }
  }
  return partner;
}
