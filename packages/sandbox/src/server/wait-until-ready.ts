import { types } from "node:util";
import { runSql, SqlRefused } from "../query/run-sql.js";
import { engineOf } from "./engine.js";

/** Answers of a server that is not there yet. */
const notYet = new Set(["NO_NODES_AVAILABLE", "SERVER_STARTING_UP", "HTTP_503"]);

/**
 * Resolves with the server's version once a fresh server answers a query that reads a table. Some three seconds lie
 * between the server calling itself started and its having a node that such a query can run on.
 * Rejects when `isRunning` turns false or `seconds` have passed.
 */
export async function waitUntilReady(url: string, isRunning: () => boolean, seconds: number): Promise<string> {
  let version = "";
  const succeeds = (sql: string) => orNotYet(async () => void (await runSql(url, sql, engineOf(version))));
  const hasStarted = () =>
    orNotYet(async () => {
      version = await startedVersion(url);
    });
  const steps = [
    hasStarted,
    () => succeeds("CREATE TABLE IF NOT EXISTS memory.default.sandbox_ready (ready boolean)"),
    () => succeeds("SELECT count(*) FROM memory.default.sandbox_ready"),
    () => succeeds("DROP TABLE memory.default.sandbox_ready"),
  ];
  const deadline = Date.now() + seconds * 1000;
  for (const step of steps) {
    while (!(await step())) {
      if (!isRunning()) throw new Error("it ended while starting");
      if (Date.now() > deadline) throw new Error(`it did not answer within ${seconds} seconds`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return version;
}

/** What a server says of its version, such as `476` or PrestoDB's `0.296-8661b73`, once it calls itself started. */
export async function startedVersion(url: string): Promise<string> {
  const response = await fetch(`${url}/v1/info`);
  if (!response.ok) throw new SqlRefused("SERVER_STARTING_UP", `HTTP ${response.status}`);
  const info = (await response.json()) as Info;
  if (info.starting) throw new SqlRefused("SERVER_STARTING_UP", "it is starting");
  return info.nodeVersion.version;
}

interface Info {
  readonly starting: boolean;
  readonly nodeVersion: { readonly version: string };
}

/** `fetch` reports a refused or broken connection as a TypeError, of its own realm where tests run. */
async function orNotYet(attempt: () => Promise<void>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    const isLineDown = types.isNativeError(error) && error.name === "TypeError";
    if (isLineDown || (error instanceof SqlRefused && notYet.has(error.errorName))) return false;
    throw error;
  }
}
