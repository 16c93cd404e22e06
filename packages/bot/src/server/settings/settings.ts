import { UserError } from "@schema-gate/contract";
import { environment } from "./environment.js";
import { readPrivateKey } from "./private-key.js";

/** What the server is told. Secrets come from the environment alone: arguments are seen by everybody on the machine. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Where deliveries are stored. */
  readonly state: string;
  readonly webhookSecret: string;
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** `https://api.github.com`, or the address of a GitHub of your own. */
  readonly apiUrl: string;
  readonly logLevel: string;
  readonly workers: number;
  /** Milliseconds between two searches for pull requests without a verdict. */
  readonly searchEvery: number;
  /** Milliseconds to wait after a first failure. */
  readonly firstWait: number;
  /** Milliseconds a second of waiting for GitHub takes; fewer than 1000 only with a GitHub of your own. */
  readonly second: number;
}

/** What may be said on the command line too. */
export interface ServeOptions {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly state?: string | undefined;
}

/** Reads the settings, or throws a UserError with a sentence for each that is wrong. */
export function readSettings(options: ServeOptions, env: NodeJS.ProcessEnv): Settings {
  const said = { SCHEMA_GATE_HOST: options.host, SCHEMA_GATE_PORT: options.port, SCHEMA_GATE_STATE: options.state };
  const given = { ...env, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
  const result = environment.safeParse(given);
  if (!result.success) {
    const sentences = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new UserError("usage", `Cannot start:\n${[...new Set(sentences)].join("\n")}`);
  }
  const read = result.data;
  return {
    host: read.SCHEMA_GATE_HOST,
    port: read.SCHEMA_GATE_PORT,
    state: read.SCHEMA_GATE_STATE,
    webhookSecret: read.SCHEMA_GATE_WEBHOOK_SECRET,
    appId: read.SCHEMA_GATE_APP_ID,
    privateKey: readPrivateKey(read.SCHEMA_GATE_PRIVATE_KEY, read.SCHEMA_GATE_PRIVATE_KEY_FILE),
    apiUrl: read.SCHEMA_GATE_API_URL.replace(/\/$/, ""),
    logLevel: read.SCHEMA_GATE_LOG_LEVEL,
    workers: read.SCHEMA_GATE_WORKERS,
    searchEvery: read.SCHEMA_GATE_SEARCH_MINUTES * 60_000,
    firstWait: read.SCHEMA_GATE_FIRST_WAIT_MS,
    second: read.SCHEMA_GATE_SECOND_MS,
  };
}
