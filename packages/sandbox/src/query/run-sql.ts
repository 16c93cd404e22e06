import type { ServerEngine } from "../server/engine.js";

/** What Trino said against a statement. */
export class SqlRefused extends Error {
  /** Trino's name of the error, such as `SYNTAX_ERROR`. */
  readonly errorName: string;

  constructor(errorName: string, message: string) {
    super(`${errorName}: ${message}`);
    this.name = "SqlRefused";
    this.errorName = errorName;
  }
}

interface Page {
  readonly nextUri?: string;
  readonly data?: readonly (readonly unknown[])[];
  readonly error?: { readonly errorName: string; readonly message: string };
}

/**
 * Runs one statement on a sandbox and returns its rows: enough for making tables and views and for asking after them. It
 * neither tries again nor gives up, so it is no client for a server that matters.
 */
export async function runSql(url: string, sql: string, engine: ServerEngine = "trino"): Promise<unknown[][]> {
  const prefix = engine === "presto" ? "X-Presto" : "X-Trino";
  const headers = { [`${prefix}-User`]: "sandbox", [`${prefix}-Client-Capabilities`]: "PARAMETRIC_DATETIME" };
  const rows: unknown[][] = [];
  let page = await readPage(await fetch(`${url}/v1/statement`, { method: "POST", headers, body: sql }));
  for (;;) {
    if (page.error !== undefined) throw new SqlRefused(page.error.errorName, page.error.message);
    rows.push(...(page.data ?? []).map((row) => [...row]));
    if (page.nextUri === undefined) return rows;
    page = await readPage(await fetch(page.nextUri, { headers }));
  }
}

async function readPage(response: Response): Promise<Page> {
  const text = await response.text();
  if (!response.ok) throw new SqlRefused(`HTTP_${response.status}`, text.slice(0, 300));
  return JSON.parse(text) as Page;
}
