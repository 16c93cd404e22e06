import { type Profile, UserError } from "@schema-gate/contract";

/** Who asks, and how that is proven. */
export interface Credentials {
  /** `null`: the server is to take the user from the token. */
  readonly user: string | null;
  readonly authorization: string | null;
  readonly secrets: readonly string[];
}

/** Who an unauthenticated request says it is when the profile names nobody. */
const DEFAULT_USER = "schema-gate";

/** Reads the secrets a profile names from `env`. Throws a UserError (`usage`) naming the variable that is missing. */
export function readCredentials(profile: Profile, env: NodeJS.ProcessEnv): Credentials {
  const { auth } = profile;
  if (auth.kind === "none") return { user: profile.user ?? DEFAULT_USER, authorization: null, secrets: [] };
  if (auth.kind === "bearer") {
    const token = readSecret(env, auth.tokenEnv, "the bearer token");
    if (!/^[\x21-\x7e]+$/.test(token)) throw unusable(auth.tokenEnv, "the bearer token", "a character no token has");
    return { user: profile.user, authorization: `Bearer ${token}`, secrets: [token] };
  }
  const password = readSecret(env, auth.passwordEnv, "the password");
  const login = auth.userEnv === null ? profile.user : readSecret(env, auth.userEnv, "the user name");
  if (login === null) {
    throw new UserError("usage", "The profile's basic authentication names no user. Write `user` or `auth.userEnv`.");
  }
  const encoded = Buffer.from(`${login}:${password}`).toString("base64");
  return { user: profile.user ?? login, authorization: `Basic ${encoded}`, secrets: [password, encoded] };
}

function readSecret(env: NodeJS.ProcessEnv, name: string, what: string): string {
  const value = env[name];
  if (value === undefined || value === "") {
    throw new UserError(
      "usage",
      `The environment variable ${name} (${what} for Trino) is not set. Set it and try again.`,
    );
  }
  // A line break, the usual leftover of reading a secret from a file, cannot stand in a header.
  if (/[\r\n\0]/.test(value)) {
    throw unusable(name, what, "a line break");
  }
  return value;
}

function unusable(name: string, what: string, held: string): UserError {
  return new UserError("usage", `The environment variable ${name} (${what} for Trino) holds ${held}. Remove it.`);
}
