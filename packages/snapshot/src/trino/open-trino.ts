import { type Profile, UserError } from "@schema-gate/contract";
import { type Clock, systemClock } from "./clock.js";
import { type Connection, prepareConnection } from "./connection.js";
import { createRequestSettings } from "./request-settings.js";
import { runStatement } from "./run-statement.js";
import type { StatementContext } from "./statement-context.js";
import type { Logger, QueryResult, TrinoPort } from "./trino-port.js";

/** What may be passed to `openTrino` beside the profile. */
export interface OpenOptions {
  readonly logger?: Logger;
  /** Where relative paths of the profile count from; the working directory by default. */
  readonly directory?: string;
  readonly clock?: Clock;
}

const silent: Logger = { debug: () => {}, warn: () => {} };

/**
 * The adapter to a real server: trino-client with what it lacks (errors thrown, retries, time-outs, cancelling, exact
 * integers, credentials kept on the configured server). Throws a UserError (`usage`) for a profile that cannot be used.
 */
export function openTrino(profile: Profile, env: NodeJS.ProcessEnv, options: OpenOptions = {}): TrinoPort {
  const connection = prepareConnection(profile, env, options.directory ?? process.cwd());
  const settings = createRequestSettings(connection);
  const { logger = silent, clock = systemClock } = options;
  const context: StatementContext = { connection, settings, logger, clock };
  const running = new Map<AbortController, Promise<unknown>>();
  let isClosed = false;
  return {
    server: connection.server.origin,
    engine: connection.engine,
    query: async (sql, { signal } = {}) => {
      if (isClosed) throw givenUp(connection);
      const controller = new AbortController();
      const result = runBounded(context, sql, controller, signal).finally(() => running.delete(controller));
      running.set(controller, result);
      return await result;
    },
    close: async () => {
      isClosed = true;
      for (const controller of running.keys()) controller.abort(givenUp(connection));
      await Promise.allSettled(running.values());
      settings.close();
    },
  };
}

/** Runs a statement that ends at the latest with the profile's query time, or when the caller gives up. */
async function runBounded(
  context: StatementContext,
  sql: string,
  controller: AbortController,
  signal: AbortSignal | undefined,
): Promise<QueryResult> {
  const { connection } = context;
  const giveUp = () => controller.abort(givenUp(connection));
  const stopTimer = context.clock.after(connection.queryMilliseconds, () => controller.abort(tookTooLong(connection)));
  signal?.addEventListener("abort", giveUp);
  if (signal?.aborted) giveUp();
  try {
    return await runStatement(context, sql, controller.signal);
  } finally {
    stopTimer();
    signal?.removeEventListener("abort", giveUp);
  }
}

function tookTooLong({ server, queryMilliseconds }: Connection): UserError {
  return new UserError(
    "unreachable",
    `Trino at ${server.origin} did not finish a statement within ${queryMilliseconds / 1000} s; it was cancelled. ` +
      "Try again, or raise `timeouts.querySeconds` in the profile.",
  );
}

function givenUp({ server }: Connection): UserError {
  return new UserError(
    "unreachable",
    `The work on Trino at ${server.origin} was given up; what ran there was cancelled.`,
  );
}
