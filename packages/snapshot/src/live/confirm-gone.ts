import type { ViewName } from "@schema-gate/contract";
import pMap from "p-map";
import { TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { CONCURRENT_STATEMENTS } from "./concurrent-statements.js";
import { qualifiedName } from "./sql-text.js";
import type { Broken } from "./take-snapshot.js";

/** What a second question says of views missing from a listing. */
export interface Confirmation {
  /** Trino says of each by name that it does not exist. */
  readonly gone: readonly ViewName[];
  /** Still there, or not to be told; never to be taken as gone. */
  readonly doubtful: readonly Broken[];
}

/**
 * Asks for views that a listing left out once more by another path: DESCRIBE looks the one view up, while listings
 * silently leave out what the metastore failed to give (HiveMetadata.getViews).
 */
export async function confirmGone(port: TrinoPort, names: readonly ViewName[]): Promise<Confirmation> {
  const ask = async (view: ViewName) => ({ view, reason: await whyNotGone(port, view) });
  const answers = await pMap(names, ask, { concurrency: CONCURRENT_STATEMENTS });
  return {
    gone: answers.filter(({ reason }) => reason === null).map(({ view }) => view),
    doubtful: answers.flatMap(({ view, reason }) => (reason === null ? [] : [{ view, reason }])),
  };
}

async function whyNotGone(port: TrinoPort, view: ViewName): Promise<string | null> {
  try {
    await port.query(`DESCRIBE ${qualifiedName(view)}`);
  } catch (error) {
    if (!(error instanceof TrinoError)) throw error;
    return saysItDoesNotExist(error, view)
      ? null
      : `Missing from the listing; asked by name Trino says: ${error.reason}`;
  }
  return "Missing from the listing, yet Trino describes it when asked by name.";
}

function saysItDoesNotExist(error: TrinoError, view: ViewName): boolean {
  if (error.errorName === "TABLE_NOT_FOUND") return true;
  // PrestoDB files it under SYNTAX_ERROR, with the name as it keeps it (SemanticErrorCode.MISSING_TABLE).
  const { catalog, schema, name } = view;
  return error.errorName === "SYNTAX_ERROR" && error.reason === `Table '${catalog}.${schema}.${name}' does not exist`;
}
