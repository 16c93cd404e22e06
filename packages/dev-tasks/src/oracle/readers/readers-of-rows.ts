import { isDeepStrictEqual } from "node:util";
import { quoteIdentifier } from "@schema-gate/contract";
import { type OracleReader, reader } from "./reader.js";
import { pickColumn, type Scene } from "./scene.js";

/** Counts: of rows alone, or of a column's values. */
export function readRowCount(scene: Scene): OracleReader[] {
  const rows = reader("row-count", "SELECT count(*) AS n FROM {view}");
  const column = pickColumn(scene);
  if (!column || scene.dice.chance(50)) return [rows];
  const name = `v.${quoteIdentifier(column.name)}`;
  const of =
    column.shape.kind === "array"
      ? `{view} AS v CROSS JOIN UNNEST(${name})`
      : `(SELECT DISTINCT ${name} FROM {view} AS v)`;
  return [reader("by-name", `SELECT count(*) AS n FROM ${of}`, "row-count")];
}

/** Whether new rows of the source show up; asked only where the definition of the rows is the same or goes. */
export function readTimeliness({ before, after }: Scene): OracleReader[] {
  const isAsked =
    before.kind === "view" &&
    (after === null || (before.kind !== after.kind && isDeepStrictEqual(before.frame, after.frame)));
  return isAsked ? [reader("timeliness", "SELECT count(*) AS n FROM {view}")] : [];
}
