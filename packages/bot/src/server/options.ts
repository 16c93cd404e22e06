import { parseArgs } from "node:util";
import { UserError } from "@schema-gate/contract";
import { type DriftOptions, driftHelp, readDriftOptions } from "../drift/command/drift-options.js";
import type { ServeOptions } from "./settings/settings.js";

/** What a command line asks for. */
export type Asked =
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "version" }
  | { readonly kind: "serve"; readonly options: ServeOptions }
  | { readonly kind: "report-drift"; readonly options: DriftOptions };

/** Reads a command line, or throws a UserError. */
export function readOptions(argv: readonly string[]): Asked {
  if (argv[0] === "report-drift") return reportDrift(argv.slice(1));
  const { values, positionals } = parsed(argv);
  if (values.help || argv.length === 0) return { kind: "help", text: help };
  if (values.version) return { kind: "version" };
  const { host, port, state } = values;
  if (positionals.length === 1 && positionals[0] === "serve") return { kind: "serve", options: { host, port, state } };
  throw new UserError("usage", `There is no command ${JSON.stringify(positionals.join(" "))}. ${SEE_HELP}`);
}

function reportDrift(args: readonly string[]): Asked {
  const options = readDriftOptions(args);
  return options === null ? { kind: "help", text: driftHelp } : { kind: "report-drift", options };
}

const SEE_HELP = "Run schema-gate --help to see what can be asked.";

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        host: { type: "string" },
        port: { type: "string" },
        state: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "V" },
      },
    });
  } catch (cause) {
    throw new UserError("usage", `${(cause as Error).message.split(". ")[0]}. ${SEE_HELP}`, { cause });
  }
}

/** `schema-gate --help`. */
export const help = `Usage: schema-gate serve [options]
       schema-gate report-drift [options]     see schema-gate report-drift --help

Runs the GitHub App: takes webhook deliveries in at POST /webhooks, judges pull requests and concludes their check.
GET /healthz and GET /metrics are for those who run it; only /webhooks need be reached from outside.

Options:
  --host <address>  where to listen (default: 127.0.0.1, or SCHEMA_GATE_HOST)
  --port <port>     default: 3000, or SCHEMA_GATE_PORT
  --state <folder>  where deliveries are stored until they are done (or SCHEMA_GATE_STATE); one process each
  -V, --version     print the version
  -h, --help        print this

Environment:
  SCHEMA_GATE_WEBHOOK_SECRET    what GitHub signs deliveries with
  SCHEMA_GATE_APP_ID            the number of the app
  SCHEMA_GATE_PRIVATE_KEY       the app's private key, as PEM
  SCHEMA_GATE_PRIVATE_KEY_FILE  or the file it stands in
  SCHEMA_GATE_API_URL           a GitHub of your own (default: https://api.github.com)
  SCHEMA_GATE_WORKERS           pull requests judged at once (default: 4)
  SCHEMA_GATE_SEARCH_MINUTES    how often to look for pull requests whose delivery got lost (default: 15)
  SCHEMA_GATE_FIRST_WAIT_MS     how long to wait after a failure, doubled after each (default: 15000)
  SCHEMA_GATE_SECOND_MS         with a GitHub of your own: how long a second of waiting for it is (default: 1000)
  SCHEMA_GATE_LOG_LEVEL         debug, info, warn or error (default: info)

Example:
  schema-gate serve --port 3000 --state /var/lib/schema-gate

Exit codes:
  0  stopped when asked to
  2  wrong usage or settings
  3  something failed that should not
`;
