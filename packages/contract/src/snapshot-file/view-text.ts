import type { JsonCursor } from "../json-text/json-cursor.js";
import { walkMembers } from "../json-text/members.js";

/** Where one view's JSON object stands in its file; offsets in bytes, lines from 1. Nothing but its name is read yet. */
export interface ViewText {
  readonly catalog: string;
  readonly schema: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  /** Two numbers for each element of `columns`, in order: the line it starts on and the line it ends on. */
  readonly columnLines: readonly number[];
  /** The view of the other bundle that has the same bytes, where that is known. */
  readonly twin?: ViewText;
}

/** Steps over one view's object and notes what it is called and where its columns stand. */
export function scanView(cursor: JsonCursor): ViewText {
  cursor.peek();
  const { offset: start, line } = cursor;
  const columnLines: number[] = [];
  const names: Record<"catalog" | "schema" | "name", string | null> = { catalog: null, schema: null, name: null };
  walkMembers(cursor, (key) => {
    if (key === "catalog" || key === "schema" || key === "name") names[key] = cursor.readString().toLowerCase();
    else if (key === "columns" && cursor.peek() === 0x5b) cursor.skipNested(columnLines);
    else cursor.skipValue();
  });
  const { catalog, schema, name } = names;
  if (catalog === null || schema === null || name === null) {
    throw cursor.error('a view needs the keys "catalog", "schema" and "name"');
  }
  return { catalog, schema, name, start, end: cursor.offset, line, endLine: cursor.line, columnLines };
}
