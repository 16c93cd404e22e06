import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";

/** One request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What to answer. `json` is sent as JSON, `text` as it is. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Sent as it is, without being made first. */
  readonly body?: Buffer;
  readonly gzip?: true;
  /** Announce the whole body, send only half of it and hang up. */
  readonly truncated?: true;
  /** `silent` never answers, `reset` hangs up at once, `endless` goes on with a body until nobody listens. */
  readonly instead?: "silent" | "reset" | "endless";
}

/** A server on loopback that answers its requests from a script, one reply each, and remembers them. */
export interface StatementDouble {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/** Starts a double; `script` gets the double's own address, for `nextUri`. A request beyond the script is answered 500. */
export async function startStatementDouble(script: (url: string) => readonly Reply[]): Promise<StatementDouble> {
  const seen: SeenRequest[] = [];
  let replies: readonly Reply[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = "", url: path = "", headers } = request;
    const reply = replies[seen.length] ?? { status: 500, text: "beyond the script" };
    seen.push({ method, path, headers, body: Buffer.concat(chunks).toString() });
    send(reply, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  replies = script(url);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, seen, close };
}

function send(reply: Reply, response: ServerResponse): void {
  if (reply.instead === "silent") return;
  if (reply.instead === "reset") {
    response.socket?.destroy();
    return;
  }
  if (reply.instead === "endless") {
    response.writeHead(200, { "content-type": "application/json" });
    Readable.from(blanks())
      .on("error", () => {})
      .pipe(response)
      .on("error", () => {});
    return;
  }
  const text = Buffer.from(reply.text ?? JSON.stringify(reply.json ?? ""));
  const body = reply.body ?? (reply.gzip ? gzipSync(text) : text);
  response.writeHead(reply.status ?? 200, {
    "content-type": "application/json",
    "content-length": body.length,
    ...(reply.gzip && { "content-encoding": "gzip" }),
    ...reply.headers,
  });
  if (!reply.truncated) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
}

function* blanks(): Generator<Buffer> {
  const chunk = Buffer.alloc(1 << 20, " ");
  for (;;) yield chunk;
}
