import { hash } from "node:crypto";

/** What is hashed is put together here; texts of a few kilobytes come by the ten thousand. */
let scratch = Buffer.allocUnsafeSlow(1 << 16);

/** What a view's JSON text is known by: git's blob id of it (docs/decisions/0001-content-ids.md), 40 hex digits. */
export function contentId(text: Uint8Array): string {
  const header = `blob ${text.length}\0`;
  const length = header.length + text.length;
  if (length > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * length);
  put(header, scratch, 0);
  scratch.set(text, header.length);
  // One call on one buffer: for short texts a hash object costs more than the copy.
  return hash("sha1", new Uint8Array(scratch.buffer, 0, length));
}

/** Writes characters of one byte each. For so few, `Buffer.write` costs more than they do. */
function put(characters: string, bytes: Buffer, from: number): void {
  for (let at = 0; at < characters.length; at++) bytes[from + at] = characters.charCodeAt(at);
}

/** More than git's header takes of any text there can be: `blob 9007199254740991` and a zero byte. */
const HEADER_ROOM = 24;

/** Memory to read one text after the other into. Git's header is written right before the text, so that nothing is copied. */
export class TextMemory {
  /** Where the text goes; it starts here and is as long as it is. */
  readonly room: Buffer;
  private readonly whole: Buffer;

  constructor(bytes: number) {
    this.whole = Buffer.allocUnsafeSlow(HEADER_ROOM + bytes);
    this.room = this.whole.subarray(HEADER_ROOM);
  }

  /** The content id of a text, which is one that was read here or any other. */
  contentId(text: Buffer): string {
    if (text.buffer !== this.whole.buffer || text.byteOffset !== this.room.byteOffset) return contentId(text);
    const header = `blob ${text.length}\0`;
    const start = HEADER_ROOM - header.length;
    put(header, this.whole, start);
    return hash("sha1", this.whole.subarray(start, HEADER_ROOM + text.length));
  }
}
