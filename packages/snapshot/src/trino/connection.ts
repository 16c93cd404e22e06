import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Profile, UserError } from "@schema-gate/contract";
import { systemErrorText } from "../system-error.js";
import { type Credentials, readCredentials } from "./credentials.js";
import type { Engine } from "./trino-port.js";

/** A profile made ready: secrets read from the environment, the CA file from disk. */
export interface Connection {
  readonly server: URL;
  readonly engine: Engine;
  /** Sent with every request, by the names Trino knows them by. */
  readonly headers: Readonly<Record<string, string>>;
  /** Texts that must never be shown. */
  readonly secrets: readonly string[];
  readonly ca: string | undefined;
  readonly silenceMilliseconds: number;
  readonly queryMilliseconds: number;
}

/** Without these Trino rounds times to milliseconds and hides newer types behind older ones. */
const CAPABILITIES = "PARAMETRIC_DATETIME,NUMBER,VARIANT";

/** PrestoDB reads a timestamp without a zone in that of the session, by default the server's own. */
const PRESTO_SESSION = { "X-Trino-Time-Zone": "UTC" };

/** Makes a profile ready; relative paths count from `directory`. Throws a UserError (`usage`) naming what is missing. */
export function prepareConnection(profile: Profile, env: NodeJS.ProcessEnv, directory: string): Connection {
  const server = new URL(profile.server);
  const credentials = readCredentials(profile, env);
  if (credentials.authorization !== null) refuseClearText(server);
  return {
    server,
    engine: profile.engine,
    headers: { ...requestHeaders(profile, credentials), ...(profile.engine === "presto" && PRESTO_SESSION) },
    secrets: credentials.secrets,
    ca: profile.caFile === null ? undefined : readCaFile(resolve(directory, profile.caFile)),
    silenceMilliseconds: profile.timeouts.connectSeconds * 1000,
    queryMilliseconds: profile.timeouts.querySeconds * 1000,
  };
}

function requestHeaders(profile: Profile, { user, authorization }: Credentials): Record<string, string> {
  return {
    ...profile.headers,
    // An empty user is left out by trino-client: with a bearer token alone the server knows the user from the token.
    "X-Trino-User": user ?? "",
    "X-Trino-Client-Capabilities": CAPABILITIES,
    ...(authorization === null ? {} : { Authorization: authorization }),
  };
}

function refuseClearText(server: URL): void {
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(server.hostname);
  if (server.protocol === "https:" || isLoopback) return;
  throw new UserError(
    "usage",
    `The profile would send its password or token to ${server.origin} unencrypted. Use the https address of the server.`,
  );
}

function readCaFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(
      "usage",
      `Cannot read the CA file of the profile: ${systemErrorText(error)}. Correct \`caFile\`.`,
    );
  }
}
