import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseDisplayType, type TrinoType } from "@schema-gate/contract";

/** A way to a real server that prints as Trino 480 and later do: every row field name quoted, and its version so. */
export interface NewerSpellingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the proxy on loopback; it changes nothing but how types are printed and what `version()` says. */
export async function startNewerSpellingProxy(target: string, version: string): Promise<NewerSpellingProxy> {
  const server = createServer((request, response) => {
    forward(request, target)
      .then(({ status, text }) => {
        const own = `http://${request.headers.host}`;
        response.writeHead(status, { "Content-Type": "application/json" });
        response.end(respell(text.replaceAll(target, own), version));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closeServer(server) };
}

async function forward(request: IncomingMessage, target: string): Promise<{ status: number; text: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.entries(request.headers).filter(([name]) => name.startsWith("x-trino-"));
  const { method = "GET", url = "/" } = request;
  const answer = await fetch(target + url, {
    method,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    ...(method === "POST" ? { body: Buffer.concat(chunks) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

function respell(text: string, version: string): string {
  const reply: { data?: unknown[][] } = text === "" ? {} : JSON.parse(text);
  const data = reply.data?.map((row) => row.map((cell) => respellCell(cell, version)));
  return JSON.stringify(data ? { ...reply, data } : reply);
}

function respellCell(cell: unknown, version: string): unknown {
  if (typeof cell !== "string") return cell;
  if (/^4\d\d$/.test(cell)) return version;
  return /^(array|map|row)\(/.test(cell) ? printQuoted(parseDisplayType(cell)) : cell;
}

/** How Trino 480 prints a type (`getDisplayName`): names in quotes, doubled inside. */
function printQuoted(type: TrinoType): string {
  switch (type.kind) {
    case "array":
      return `array(${printQuoted(type.element)})`;
    case "map":
      return `map(${printQuoted(type.key)}, ${printQuoted(type.value)})`;
    case "row":
      return `row(${type.fields.map((field) => `${quoted(field.name)}${printQuoted(field.type)}`).join(", ")})`;
    case "scalar": {
      const [name = "", ...zone] = type.name.split(/(?= with time zone)/);
      const parameters = type.parameters.length === 0 ? "" : `(${type.parameters.join(",")})`;
      return `${name}${parameters}${zone.join("")}`;
    }
  }
}

function quoted(name: string | null): string {
  return name === null ? "" : `"${name.replaceAll('"', '""')}" `;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}
