import type { TrinoError } from "../trino/trino-error.js";

/**
 * What a view that could not be analysed is: `staled`, its SQL yields other columns than were stored; `invalidated`, its
 * SQL is no longer valid. `unseen`: the failure speaks of the user's rights or of a source that did not answer, so that
 * readers may well be served.
 */
export type FailureKind = "staled" | "invalidated" | "unseen";

/** Why a view could not be analysed, in Trino's words. */
export interface ViewFailure {
  readonly kind: FailureKind;
  readonly reason: string;
}

/** What the failure of one view's analysis means. */
export function viewFailure(error: TrinoError): ViewFailure {
  const { reason } = error;
  return { kind: kindOf(error), reason };
}

function kindOf({ errorName, reason }: TrinoError): FailureKind {
  // PrestoDB files what its analyser says under SYNTAX_ERROR, a view that fails below too.
  if (errorName === "VIEW_IS_STALE" || /^View '.*' is stale; it must be re-created$/.test(reason)) return "staled";
  // Whose rights a view runs with is the view's own affair, and all its readers'.
  if (errorName === "PERMISSION_DENIED") return /\bView owner\b/.test(reason) ? "invalidated" : "unseen";
  if (errorName !== "INVALID_VIEW" && !(errorName === "SYNTAX_ERROR" && ANALYSING.test(reason))) return "unseen";
  // Trino wraps whatever went wrong below; only what the analyser says has a place in the SQL.
  const inner = innermost(reason);
  return /^line \d+:\d+: /.test(inner) || /\bView owner\b/.test(inner) || saysSourceIsGone(errorName, inner)
    ? "invalidated"
    : "unseen";
}

/** PrestoDB gives no place in the SQL for a table, schema or catalog that is not there. */
function saysSourceIsGone(errorName: string, reason: string): boolean {
  return errorName === "SYNTAX_ERROR" && /^(?:Table|Schema|Catalog) .+ does not exist$/.test(reason);
}

const ANALYSING = /^(?:line \d+:\d+: )?Failed analyzing stored view '(?:[^']|'')*': /;

/** What was said of the view furthest below: a view over a broken view fails by it. */
function innermost(reason: string): string {
  const match = ANALYSING.exec(reason);
  return match === null ? reason : innermost(reason.slice(match[0].length));
}
