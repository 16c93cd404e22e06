import { parseArgs } from "node:util";
import { UserError } from "@schema-gate/contract";
import { publishDevProdLive } from "./dev-prod-live/publish-dev-prod-live.js";
import { runSql } from "./query/run-sql.js";
import type { Sandbox } from "./sandbox.js";
import { engineOf, serverName } from "./server/engine.js";
import { hasIceberg, icebergCatalog } from "./server/iceberg.js";
import { sandboxCatalogs } from "./server/server-files.js";
import { startSandbox } from "./start-sandbox.js";

const usage = `Usage: pnpm trino [<version>] [--port <port>] [--dev-prod-live]

Starts a real Trino without data and keeps it running until Ctrl-C.

  <version>         such as 476, or 0.296 of PrestoDB; by default the newest Trino that can be had here
  --port <port>     listen there; by default on a port that is free
  --dev-prod-live   also publish the example views in awsdatacatalog.dev_prod_live
`;

/** Runs the program `trino` and resolves with its exit code. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [version] = positionals;
  if (values["dev-prod-live"] && version !== undefined && engineOf(version) === "presto") {
    throw new UserError("usage", `The example views are written for Trino; PrestoDB refuses them.\n\n${usage}`);
  }
  const onProgress = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const sandbox = await startSandbox({
    onProgress,
    ...(version === undefined ? {} : { version }),
    ...(values.port === undefined ? {} : { port: readPort(values.port) }),
  });
  if (values["dev-prod-live"]) await publishDevProdLive(async (sql) => void (await runSql(sandbox.url, sql)));
  process.stdout.write(introduction(sandbox));
  await Promise.race([interruption(), sandbox.gone.then(() => endedByItself(sandbox))]);
  await sandbox.stop();
  return 0;
}

function readArguments(args: string[]) {
  const options = {
    "dev-prod-live": { type: "boolean" },
    port: { type: "string" },
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UserError("usage", `${(error as Error).message.split(". ")[0]}.\n\n${usage}`, { cause: error });
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new UserError("usage", `--port ${text} is no port; give a number from 1 to 65535.\n\n${usage}`);
}

function endedByItself({ version, logFile }: Sandbox): never {
  throw new UserError("unreachable", `${serverName(version)} ended by itself. Its log: ${logFile}`);
}

function introduction({ version, url, logFile }: Sandbox): string {
  const catalogs = [...Object.keys(sandboxCatalogs), ...(hasIceberg(version) ? [icebergCatalog] : [])].join(", ");
  return `${serverName(version)} is running at ${url}
  catalogs  ${catalogs}
  log       ${logFile}
Stop it with Ctrl-C.
`;
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

function reportFailure(error: unknown): number {
  if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`);
    return error.kind === "usage" ? 2 : 3;
  }
  throw error;
}

process.exitCode = await main(process.argv.slice(2)).catch(reportFailure);
