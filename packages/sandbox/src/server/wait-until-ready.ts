import { types } from "node:util";
import { runSql, SqlRefused } from "../query/run-sql.js";

/** Answers of a server that is not there yet. */
const notYet = new Set(["NO_NODES_AVAILABLE", "SERVER_STARTING_UP", "HTTP_503"]);

/**
 * Resolves with Trino's version once a fresh server answers a query that reads a table. Some three seconds lie between
 * the server calling itself started and its having a node that such a query can run on.
 * Rejects when `isRunning` turns false or `seconds` have passed.
 */
export async function waitUntilReady(url: string, isRunning: () => boolean, seconds: number): Promise<string> {
  const steps = [
    () => hasStarted(url),
    () => succeeds(url, "CREATE TABLE IF NOT EXISTS memory.default.sandbox_ready (ready boolean)"),
    () => succeeds(url, "SELECT count(*) FROM memory.default.sandbox_ready"),
    () => succeeds(url, "DROP TABLE memory.default.sandbox_ready"),
  ];
  const deadline = Date.now() + seconds * 1000;
  for (const step of steps) {
    while (!(await step())) {
      if (!isRunning()) throw new Error("it ended while starting");
      if (Date.now() > deadline) throw new Error(`it did not answer within ${seconds} seconds`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return await serverVersion(url);
}

/** What a server says of its version. */
export async function serverVersion(url: string): Promise<string> {
  const [row] = await runSql(url, "SELECT version()");
  return String(row?.[0]);
}

async function hasStarted(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/v1/info`);
    if (!response.ok) return false;
    const info = (await response.json()) as { readonly starting: boolean };
    return !info.starting;
  } catch (error) {
    return orRethrow(error);
  }
}

async function succeeds(url: string, sql: string): Promise<boolean> {
  try {
    await runSql(url, sql);
    return true;
  } catch (error) {
    return orRethrow(error);
  }
}

/** `fetch` reports a refused or broken connection as a TypeError, of its own realm where tests run. */
function orRethrow(error: unknown): false {
  const isLineDown = types.isNativeError(error) && error.name === "TypeError";
  if (isLineDown || (error instanceof SqlRefused && notYet.has(error.errorName))) return false;
  throw error;
}
