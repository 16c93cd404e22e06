import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { bodyText } from "./body-text.js";
import type { Connection } from "./connection.js";
import type { HttpRequest, MessageHeaders } from "./http-request.js";
import { MAX_REPLY_BYTES } from "./reply-limits.js";

/** What every request of a connection has in common, and the sockets they share. */
export interface RequestSettings {
  for(method: string): HttpRequest;
  /** Drops idle connections. */
  close(): void;
}

/**
 * Settings that keep credentials on the configured server: no redirects, no proxies (the library would hand an https
 * request, credentials included, in clear text to the proxy of the environment). Bodies arrive as text, for us to parse.
 */
export function createRequestSettings(connection: Connection): RequestSettings {
  const { ca, engine, silenceMilliseconds } = connection;
  const tls = ca === undefined ? {} : { ca };
  const agents = (keepAlive: boolean) => ({
    httpAgent: new HttpAgent({ keepAlive }),
    httpsAgent: new HttpsAgent({ keepAlive, ...tls }),
  });
  // A kept connection may be closed by the server just as we use it; a page is then asked for again, a statement cannot be, and
  // that a statement is no longer wanted is said only once.
  const [fresh, kept] = [agents(false), agents(true)];
  const settings: HttpRequest = {
    timeout: silenceMilliseconds,
    maxContentLength: MAX_REPLY_BYTES,
    maxRedirects: 0,
    proxy: false,
    // Left to itself the library hangs for ever on a compressed body that breaks off.
    decompress: false,
    responseType: "arraybuffer",
    transformRequest: [engine === "presto" ? withPrestoNames : withTextBody],
    transformResponse: [bodyText],
  };
  return {
    for: (method) => ({ ...settings, ...(method === "GET" ? kept : fresh) }),
    close: () => {
      kept.httpAgent.destroy();
      kept.httpsAgent.destroy();
    },
  };
}

function withTextBody(data: unknown, headers: MessageHeaders): unknown {
  headers.set("Accept-Encoding", "gzip");
  if (data !== undefined) headers.set("Content-Type", "text/plain; charset=utf-8");
  return data;
}

/** PrestoDB knows the same headers by another prefix. */
function withPrestoNames(data: unknown, headers: MessageHeaders): unknown {
  for (const [name, value] of Object.entries(headers.toJSON())) {
    if (!/^x-trino-/i.test(name)) continue;
    headers.delete(name);
    headers.set(name.replace(/^x-trino-/i, "X-Presto-"), String(value));
  }
  return withTextBody(data, headers);
}
