import { TrinoError } from "../trino/trino-error.js";
import type { Answer } from "./scripted-port.js";

/** The bulk reads of a schema that knows nothing but what `changes` says; later answers are the fallback of earlier ones. */
export function aSchema(changes: readonly Answer[]): readonly Answer[] {
  return [
    ...changes,
    [/^SELECT version\(\)$/, [["476"]]],
    [/\.schemata WHERE/, [["dev_prod_live"]]],
    [/\.tables WHERE/, []],
    [/\.views WHERE/, []],
    [/table_comments WHERE/, []],
    [/materialized_views WHERE/, []],
    [/\.columns WHERE/, []],
    [/^EXPLAIN \(TYPE VALIDATE\)/, [[true]]],
    [/^SHOW CREATE VIEW/, [["CREATE VIEW c.s.v SECURITY DEFINER AS\nSELECT 1"]]],
  ];
}

/** An error as Trino gives it. */
export function aTrinoError(errorName: string, message: string, errorType = "USER_ERROR"): TrinoError {
  return new TrinoError({ message, errorName, errorType, queryId: "20261122_000000_00005_abcde", location: null });
}
