import { gunzipSync } from "node:zlib";
import type { MessageHeaders } from "./http-request.js";

/** The text of a whole body as it came over the wire; `null` when it is not what its headers say. */
export function bodyText(body: unknown, headers: MessageHeaders): string | null {
  if (!Buffer.isBuffer(body)) return null;
  const encoding = headers.get("content-encoding") ?? "identity";
  try {
    if (encoding === "gzip") return gunzipSync(body).toString();
    return encoding === "identity" ? body.toString() : null;
  } catch {
    return null;
  }
}
