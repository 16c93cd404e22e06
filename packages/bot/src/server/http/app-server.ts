import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Health } from "../health.js";
import { BodyReader } from "./read-body.js";
import { type Receiving, type Reception, receiveDelivery, statusOf } from "./receive-delivery.js";

/** What the server answers with. */
export interface Answering {
  readonly receiving: Receiving;
  readonly health: () => Promise<Health>;
  /** The metrics as Prometheus reads them. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly onReceived: (event: string, reception: Reception) => void;
  /** Something failed that should not; the request was answered with 500. */
  readonly onError: (error: unknown) => void;
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly text?: string;
}

/** Deliveries at `POST /webhooks`; for those who run it, `GET /healthz` and `GET /metrics`. */
export function appServer(answering: Answering): Server {
  const bodies = new BodyReader();
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    answer(request, bodies, answering).then(
      (found) => send(response, found),
      (error: unknown) => {
        // Somebody who went away is no failure of ours.
        if (request.destroyed && !request.complete) return;
        answering.onError(error);
        send(response, { status: 500 });
      },
    );
  });
  server.maxConnections = 500;
  return server;
}

async function answer(request: IncomingMessage, bodies: BodyReader, answering: Answering): Promise<Answer> {
  const path = (request.url ?? "").split("?", 1)[0];
  const route = `${request.method} ${path}`;
  if (route === "POST /webhooks") return receive(request, bodies, answering);
  if (route === "GET /healthz") {
    const { isWell, ...health } = await answering.health();
    return { status: isWell ? 200 : 503, type: "application/json", text: `${JSON.stringify(health)}\n` };
  }
  if (route === "GET /metrics") return { status: 200, ...(await answering.metrics()) };
  return { status: ["/webhooks", "/healthz", "/metrics"].includes(path ?? "") ? 405 : 404 };
}

async function receive(request: IncomingMessage, bodies: BodyReader, answering: Answering): Promise<Answer> {
  const type = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") return { status: 415 };
  const body = await bodies.read(request);
  if (typeof body === "number") return { status: body };
  const reception = await receiveDelivery(request.headers, body, answering.receiving);
  answering.onReceived(String(request.headers["x-github-event"]), reception);
  return { status: statusOf[reception] };
}

function send(response: ServerResponse, { status, type = "text/plain; charset=utf-8", text = "" }: Answer): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    ...(status < 400 ? {} : { connection: "close" }),
  });
  response.end(text);
}
