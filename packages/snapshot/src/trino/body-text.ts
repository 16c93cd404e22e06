import { gunzipSync } from "node:zlib";
import type { MessageHeaders } from "./http-request.js";
import { MAX_REPLY_BYTES, TOO_LONG } from "./reply-limits.js";

/**
 * The text of a whole body as it came over the wire; `null` when it is not what its headers say. Throws an error of the code
 * `TOO_LONG` for one that unpacks to more than a reply may have.
 */
export function bodyText(body: unknown, headers: MessageHeaders): string | null {
  if (!Buffer.isBuffer(body)) return null;
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "gzip") return encoding === "identity" ? body.toString() : null;
  const unpacked = unpack(body);
  return unpacked === null ? null : unpacked.toString();
}

function unpack(body: Buffer): Buffer | null {
  try {
    return gunzipSync(body, { maxOutputLength: MAX_REPLY_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") return null;
    throw Object.assign(new Error("the reply is too long"), { code: TOO_LONG });
  }
}
