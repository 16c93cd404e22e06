import { quoteIdentifier } from "@schema-gate/contract";
import { type Frame, selectOf } from "./frame.js";
import { type Shape, typeOf, valueText } from "./shape.js";

export interface PlannedColumn {
  name: string;
  shape: Shape;
  comment: string | null;
  /** Promised not to be null, which only a table can. */
  required: boolean;
  /** Whether it may hold nulls; not where it is required. */
  nullable: boolean;
}

/** A view to be made on a server. Edits change it in place. */
export interface PlannedView {
  kind: "view" | "table";
  security: "definer" | "invoker";
  comment: string | null;
  columns: PlannedColumn[];
  frame: Frame;
}

/**
 * Makes it a table, filled with as many rows whatever their values: nobody sees from outside how a table was filled, so an
 * edit of one value must not take or bring other rows.
 */
export function becomeTable(view: PlannedView): void {
  view.kind = "table";
  view.frame = { ...view.frame, distinct: false, setOperation: null };
}

/** The statements that make it, with `{schema}` for where the tables are. */
export function createStatements(name: string, view: PlannedView): string[] {
  const comment = view.comment === null ? "" : ` COMMENT ${text(view.comment)}`;
  const select = selectOf(view.frame, (alias) => view.columns.map((column) => expression(column, alias)));
  const made =
    view.kind === "view"
      ? [`CREATE OR REPLACE VIEW ${name}${comment} SECURITY ${view.security.toUpperCase()} AS ${select}`]
      : [
          `CREATE TABLE ${name} (${view.columns.map(columnText).join(", ")})${comment}`,
          `INSERT INTO ${name} ${select.replaceAll("{schema}.runs", "{schema}.filled_runs")}`,
        ];
  return [...made, ...view.columns.flatMap((column) => commentStatement(name, column))];
}

export function dropStatement(name: string, view: PlannedView): string {
  return `DROP ${view.kind.toUpperCase()} ${name}`;
}

function expression({ name, shape, nullable }: PlannedColumn, alias: string): string {
  const value = (row: number) => valueText(shape, row, nullable);
  return `CASE ${alias}.k WHEN 1 THEN ${value(1)} WHEN 2 THEN ${value(2)} ELSE ${value(3)} END AS ${quoteIdentifier(name)}`;
}

function columnText({ name, shape, required }: PlannedColumn): string {
  return `${quoteIdentifier(name)} ${typeOf(shape)}${required ? " NOT NULL" : ""}`;
}

function commentStatement(view: string, { name, comment }: PlannedColumn): string[] {
  return comment === null ? [] : [`COMMENT ON COLUMN ${view}.${quoteIdentifier(name)} IS ${text(comment)}`];
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
