/** How one request failed: an HTTP status, or the code of a connection that was not made or broke. */
export interface RequestFailure {
  readonly status: number | null;
  readonly code: string | null;
  /** The `Retry-After` header: seconds or an HTTP date. */
  readonly retryAfter: string | null;
}

/** How often one request is tried in all. */
export const MAX_ATTEMPTS = 6;

/** Milliseconds: longer than a statement may take by default, and far from where timers overflow and fire at once. */
const LONGEST_WAIT = 3_600_000;

/** Nothing reached the server, so even a statement may be sent again. */
const NOT_CONNECTED = new Set(["ECONNREFUSED", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
/** The connection broke or fell silent on the way; a page may be asked for again, a statement may already be running. */
const BROKEN_OFF = new Set([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ECONNABORTED",
  "ERR_BAD_RESPONSE",
  "ERR_STREAM_PREMATURE_CLOSE",
]);

/**
 * Milliseconds to wait before trying the request again, `null` when it must not be. A POST is repeated only when the
 * server cannot have accepted the statement (429, 503, no connection); GET of a page is repeatable by protocol.
 */
export function retryDelay(failure: RequestFailure, method: string, attempt: number, now: number): number | null {
  if (attempt >= MAX_ATTEMPTS || !isRetryable(failure, method === "GET")) return null;
  return retryAfterMilliseconds(failure.retryAfter, now) ?? Math.min(100 * 2 ** (attempt - 1), 5000);
}

function isRetryable({ status, code }: RequestFailure, isPage: boolean): boolean {
  if (status === 429 || status === 503) return true;
  if (status !== null) return isPage && (status === 502 || status === 504);
  if (code === null) return false;
  return NOT_CONNECTED.has(code) || (isPage && BROKEN_OFF.has(code));
}

function retryAfterMilliseconds(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Math.min(Number(header) * 1000, LONGEST_WAIT);
  // Left to itself Date.parse takes "-5" for a day of 2001.
  const date = /^[A-Z][a-z]+,? .* GMT$/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - now), LONGEST_WAIT);
}
