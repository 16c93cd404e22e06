import { OPEN_BRACKET } from "../json-text/json-bytes.js";
import type { JsonCursor } from "../json-text/json-cursor.js";
import { walkMembers } from "../json-text/members.js";
import { scanPrintedView } from "./printed-view.js";

/** Where one view's JSON object stands in its file; offsets in bytes, lines from 1. Nothing but its name is read yet. */
export interface ViewText {
  readonly catalog: string;
  readonly schema: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly columns: ColumnLines;
  /** The view of the other bundle that has the same bytes, where that is known. */
  readonly twin?: ViewText;
}

/**
 * Where the columns stand. Printed by `printSnapshot`, they are `count` lines from the offset `start` to the offset `end`, the
 * first of them `first` lines below the line the view starts on. Otherwise only their lines are known, counted the same
 * way: two numbers for each, the line it starts on and the line it ends on.
 */
export type ColumnLines = PrintedLines | { readonly lines: readonly number[] };

export interface PrintedLines {
  readonly first: number;
  readonly count: number;
  readonly start: number;
  readonly end: number;
  /** Spaces before each column. */
  readonly indent: number;
}

/** The lines a column stands on; those of the view's start when it has no such column. */
export function linesOfColumn(view: ViewText, column: number): { line: number; endLine: number } {
  const { columns, line } = view;
  if ("first" in columns) return { line: line + columns.first + column, endLine: line + columns.first + column };
  return { line: line + (columns.lines[2 * column] ?? 0), endLine: line + (columns.lines[2 * column + 1] ?? 0) };
}

/** Steps over one view's object and notes what it is called and where its columns stand. */
export function scanView(cursor: JsonCursor): ViewText {
  cursor.peek();
  return scanPrintedView(cursor) ?? scanAnyView(cursor);
}

function scanAnyView(cursor: JsonCursor): ViewText {
  const { offset: start, line } = cursor;
  const lines: number[] = [];
  const names: Record<"catalog" | "schema" | "name", string | null> = { catalog: null, schema: null, name: null };
  walkMembers(cursor, (key) => {
    if (key === "catalog" || key === "schema" || key === "name") names[key] = cursor.readString().toLowerCase();
    else if (key === "columns" && cursor.peek() === OPEN_BRACKET) cursor.skipNested(lines);
    else cursor.skipValue();
  });
  const { catalog, schema, name } = names;
  if (catalog === null || schema === null || name === null) {
    throw cursor.error('a view needs the keys "catalog", "schema" and "name"');
  }
  const columns = { lines: lines.map((each) => each - line) };
  return { catalog, schema, name, start, end: cursor.offset, line, endLine: cursor.line, columns };
}
