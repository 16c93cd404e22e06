import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What becomes of one statement: it is passed on, answered 503, never answered, hung up on, or failed as Trino fails one. */
export type Fate = "passed" | "unavailable" | "hung" | "cut" | { readonly errorName: string; readonly message: string };

/** A way to a real server on which statements meet their fate. */
export interface FaultyProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the proxy on loopback; `fateOf` is asked about each statement once, when it is sent. */
export async function startFaultyProxy(target: string, fateOf: (sql: string) => Fate): Promise<FaultyProxy> {
  const server = createServer((request, response) => {
    answer(request, response, target, fateOf).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closeServer(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  fateOf: (sql: string) => Fate,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const fate = request.method === "POST" ? fateOf(body.toString("utf8")) : "passed";
  if (fate === "hung") return;
  if (fate === "cut") {
    request.socket.destroy();
    return;
  }
  if (fate === "unavailable") {
    response.writeHead(503, { "Retry-After": "0" }).end();
    return;
  }
  response.setHeader("Content-Type", "application/json");
  if (fate === "passed") response.end(await forward(request, body, target));
  else
    response.end(
      JSON.stringify({
        id: "20261122_000000_00001_fault",
        stats: {},
        error: { ...fate, errorType: "EXTERNAL", errorCode: 1 },
      }),
    );
}

async function forward(request: IncomingMessage, body: Buffer, target: string): Promise<string> {
  const headers = Object.entries(request.headers).filter(([name]) => name.startsWith("x-trino-"));
  const { method = "GET", url = "/" } = request;
  const answered = await fetch(target + url, {
    method,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    ...(method === "POST" ? { body: new Uint8Array(body) } : {}),
  });
  return (await answered.text()).replaceAll(target, `http://${request.headers.host}`);
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
