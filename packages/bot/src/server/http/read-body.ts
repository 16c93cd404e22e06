import type { IncomingMessage } from "node:http";

/** GitHub sends no larger payloads. */
const LARGEST_BODY = 25 * 1024 * 1024;
/** What all requests together may hold in memory before anybody knows who sent them. */
const LARGEST_TOTAL = 4 * LARGEST_BODY;

/** Why a body was not read; the words are HTTP's. */
export type BodyRefusal = 413 | 503;

/** Reads the bodies of requests by strangers, within bounds for each and for all at once. */
export class BodyReader {
  private held = 0;

  /** The whole body, or why not. Rejects where the sender goes away. */
  async read(request: IncomingMessage): Promise<Buffer | BodyRefusal> {
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.held += chunk.length;
        if (size > LARGEST_BODY) return 413;
        if (this.held > LARGEST_TOTAL) return 503;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    } finally {
      this.held -= size;
    }
  }
}
