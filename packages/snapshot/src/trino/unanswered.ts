import { UserError } from "@schema-gate/contract";
import { MAX_REPLY_BYTES, TOO_LONG } from "./reply-limits.js";
import type { RequestFailure } from "./retry-delay.js";

/** What was going on when no answer came, for the message. */
export interface Attempted {
  readonly server: URL;
  /** `POST` sends the statement, `GET` fetches a page of its result. */
  readonly method: string;
  readonly attempts: number;
  readonly silenceMilliseconds: number;
}

/** The UserError for a request that got no usable answer: where, what was tried, how often, what to do. */
export function unanswered(failure: RequestFailure, attempted: Attempted): UserError {
  const { server, method, attempts } = attempted;
  const action = method === "POST" ? "sending a statement" : "fetching a result";
  const tries = attempts === 1 ? "tried once" : `tried ${attempts} times`;
  const [reason, advice] = explain(failure, attempted);
  return new UserError(
    "unreachable",
    `Cannot reach Trino at ${server.origin}: ${reason} (${action}, ${tries}). ${advice}`,
  );
}

/** The UserError for an answer that is not the statement protocol. */
export function notTheProtocol(server: URL): UserError {
  return new UserError(
    "unreachable",
    `What answers at ${server.origin} does not speak Trino's protocol, or its answer was cut off. Check the address in the profile.`,
  );
}

/** The UserError for a result of more characters than `most`. */
export function endlessResult(server: URL, most: number): UserError {
  return new UserError(
    "unreachable",
    `Trino at ${server.origin} answers one statement with more than ${most / 1024 ** 2} MiB; it was cancelled. ` +
      "Name fewer schemas in the profile, or check its address.",
  );
}

function explain({ status, code }: RequestFailure, { silenceMilliseconds }: Attempted): readonly [string, string] {
  if (status === 401 || status === 403) {
    return [
      `it refused the credentials (HTTP ${status})`,
      "Check the profile's `auth` and the environment variables it names.",
    ];
  }
  if (status !== null && status >= 300 && status < 400) {
    return [
      `it redirects elsewhere (HTTP ${status})`,
      "Redirects are not followed; write the final address into the profile.",
    ];
  }
  if (status !== null && status >= 400 && status < 500 && status !== 429) {
    return [`it answered HTTP ${status}`, "Check the address, the user and the headers in the profile."];
  }
  if (status !== null) return [`it answered HTTP ${status}`, "Try again when the server is well."];
  if (code === TOO_LONG) {
    const longest = `${MAX_REPLY_BYTES / 1024 ** 2} MiB`;
    return [`its reply is longer than ${longest}`, "No page of Trino's is: check the address in the profile."];
  }
  if (code === "ECONNABORTED") {
    return [`no answer within ${silenceMilliseconds / 1000} s`, "Try again, or raise `timeouts.connectSeconds`."];
  }
  if (code !== null && /CERT|SSL|TLS|ISSUER|SELF_SIGNED|ALTNAME/.test(code)) {
    return [
      `its certificate is not accepted (${code})`,
      "Name the authority that signed it as `caFile` in the profile.",
    ];
  }
  return [code === null ? "the request failed" : code, "Check the address in the profile and that the server runs."];
}
