import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";

/** The longest file that is read, in bytes: a snapshot of the widest view known is a hundred times shorter. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Who takes the blobs, one after the other. */
export interface BlobTaker {
  /** The id of the blob that comes next; undefined when none was asked for. */
  readonly nextId: () => string | undefined;
  readonly onBlob: (bytes: Buffer) => void;
}

/** Takes apart what `git cat-file --batch` prints: `<id> blob <size>`, a newline, the bytes, a newline, and so on. */
export class BatchOutput {
  private header = "";
  /** The blob being read, when it does not stand in one chunk whole. */
  private body: Buffer | null = null;
  private filled = 0;
  private readonly taker: BlobTaker;

  constructor(taker: BlobTaker) {
    this.taker = taker;
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) at = this.body ? this.readOn(this.body, chunk, at) : this.readHeader(chunk, at);
  }

  private readHeader(chunk: Buffer, at: number): number {
    const newline = chunk.indexOf(0x0a, at);
    this.header += chunk.toString("latin1", at, newline === -1 ? chunk.length : newline);
    if (newline === -1) return chunk.length;
    const start = newline + 1;
    const size = sizeOf(this.header, this.taker.nextId());
    this.header = "";
    // A newline follows the bytes of each blob.
    if (start + size < chunk.length) return this.finish(chunk.subarray(start, start + size), start + size + 1);
    this.body = Buffer.allocUnsafe(size + 1);
    this.filled = 0;
    return start;
  }

  private readOn(body: Buffer, chunk: Buffer, at: number): number {
    const taken = chunk.copy(body, this.filled, at);
    this.filled += taken;
    return this.filled < body.length ? chunk.length : this.finish(body.subarray(0, -1), at + taken);
  }

  private finish(bytes: Buffer, next: number): number {
    this.body = null;
    this.taker.onBlob(bytes);
    return next;
  }
}

function sizeOf(header: string, id: string | undefined): number {
  const [found, type, digits] = header.split(" ");
  if (found !== id || type !== "blob" || digits === undefined) {
    throw new UserError("unreachable", `git could not read the blob ${id}: ${shown(header)}`);
  }
  const size = Number(digits);
  if (size > MAX_FILE_BYTES) {
    throw new UserError("usage", `The blob ${id} has ${size} bytes; a file may have ${MAX_FILE_BYTES} at most.`);
  }
  return size;
}
