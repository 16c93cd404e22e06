import { exchangePage } from "./exchange-page.js";
import { redact } from "./redact.js";
import { MAX_RESULT_LENGTH } from "./reply-limits.js";
import type { StatementContext } from "./statement-context.js";
import type { StatementPage } from "./statement-page.js";
import { createRequestedClient, type SendRequest } from "./trino-client-requests.js";
import { TrinoError } from "./trino-error.js";
import type { QueryResult, ResultColumn } from "./trino-port.js";
import { endlessResult } from "./unanswered.js";

/**
 * Runs one statement to its last page, until `signal` aborts or the replies have more than `most` characters; whatever is given up is
 * cancelled on the server.
 */
export async function runStatement(
  context: StatementContext,
  sql: string,
  signal: AbortSignal,
  most = MAX_RESULT_LENGTH,
): Promise<QueryResult> {
  const rows: (readonly unknown[])[] = [];
  let room = most;
  let columns: readonly ResultColumn[] = [];
  let next: string | null = null;
  const client = createRequestedClient(context.connection, async (request, send) => {
    const { page, length } = await exchangePage({ context, request, send, signal });
    next = page.nextUri ?? null;
    room -= length;
    if (room < 0) throw endlessResult(context.connection.server, most);
    // Read here and not from the iterator: that one passes over a first reply, its rows and its error.
    if (page.error) throw failedStatement(page, page.error, context);
    for (const row of page.data ?? []) rows.push(row);
    columns = page.columns ?? columns;
    return page;
  });
  try {
    const pages = await client.query(sql);
    while (!(await pages.next()).done);
    return { columns, rows };
  } catch (error) {
    if (next !== null) await cancel(context, next, client.send);
    signal.throwIfAborted();
    throw error;
  }
}

function failedStatement(
  page: StatementPage,
  { message, errorName, errorType, errorLocation }: NonNullable<StatementPage["error"]>,
  context: StatementContext,
): TrinoError {
  return new TrinoError({
    message: redact(message, context.connection.secrets),
    errorName,
    errorType,
    queryId: page.id,
    location: errorLocation ? { line: errorLocation.lineNumber, column: errorLocation.columnNumber } : null,
  });
}

/** How long the server may take to note that we are gone. */
const CANCEL_MILLISECONDS = 5000;

async function cancel({ settings, logger, clock }: StatementContext, next: string, send: SendRequest): Promise<void> {
  const controller = new AbortController();
  const stopTimer = clock.after(CANCEL_MILLISECONDS, () => controller.abort());
  try {
    await send({ ...settings.for("DELETE"), method: "DELETE", url: next, signal: controller.signal });
  } catch {
    // Only a courtesy: the server drops a query nobody asks about by itself, and the real failure is already on its way.
    logger.warn({}, "Trino could not be told that its query is no longer wanted");
  } finally {
    stopTimer();
  }
}
