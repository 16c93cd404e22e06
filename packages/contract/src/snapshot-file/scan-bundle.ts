import { JsonCursor } from "../json-text/json-cursor.js";
import { walkElements, walkMembers } from "../json-text/members.js";
import { formatVersionProblem } from "./format-version.js";
import { type ColumnLines, scanView, type ViewText } from "./view-text.js";

/** Bytes whose views are known already. */
export interface ScannedBundle {
  readonly bytes: Buffer;
  readonly views: readonly ViewText[];
}

/** Finds the views of a bundle, `{ "formatVersion": 1, "views": [ … ] }`, without parsing them. */
export function scanBundle(bytes: Buffer, twin?: ScannedBundle): ViewText[] {
  const cursor = new JsonCursor(bytes);
  const views: ViewText[] = [];
  let version: unknown;
  let hasViews = false;
  const scanNext = twin ? scanBeside(cursor, twin) : () => scanView(cursor);
  walkMembers(cursor, (key) => {
    if (key === "views") {
      hasViews = true;
      walkElements(cursor, () => {
        views.push(scanNext());
      });
    } else if (key === "formatVersion") {
      cursor.peek();
      const { offset, line } = cursor;
      version = cursor.readLiteral();
      // Said before anything else is: another format may hold what this one does not.
      requireFormat(cursor.moveTo(offset, line), version);
      cursor.skipValue();
    } else throw cursor.error(`a bundle has no key ${JSON.stringify(key)}; it holds "formatVersion" and "views"`);
  });
  if (cursor.peek() !== -1) throw cursor.error("expected nothing after the bundle");
  if (version === undefined) requireFormat(cursor.moveTo(0, 1), version);
  if (!hasViews) throw cursor.error('a bundle needs the key "views"');
  return views;
}

function requireFormat(cursor: JsonCursor, version: unknown): void {
  const problem = formatVersionProblem(version);
  if (problem !== null) throw cursor.problem(problem);
}

/** Two bundles of one catalogue mostly agree: comparing bytes with the twin's next view is ten times cheaper than scanning. */
function scanBeside(cursor: JsonCursor, twin: ScannedBundle): () => ViewText {
  let places: Map<string, number> | null = null;
  let next = 0;
  return () => {
    cursor.peek();
    const expected = twin.views[next];
    if (expected && standsHere(cursor, twin.bytes, expected)) {
      next++;
      return takeOver(cursor, expected);
    }
    const view = scanView(cursor);
    if (expected && nameKey(expected) === nameKey(view)) next++;
    else {
      places ??= new Map(twin.views.map((each, index) => [nameKey(each), index]));
      next = (places.get(nameKey(view)) ?? next - 1) + 1;
    }
    return view;
  };
}

function standsHere(cursor: JsonCursor, bytes: Buffer, view: ViewText): boolean {
  const end = cursor.offset + view.end - view.start;
  if (end > cursor.bytes.length) return false;
  return cursor.bytes.compare(bytes, view.start, view.end, cursor.offset, end) === 0;
}

function takeOver(cursor: JsonCursor, twin: ViewText): ViewText {
  const { offset: start, line } = cursor;
  const moved = line - twin.line;
  cursor.moveTo(start + twin.end - twin.start, twin.endLine + moved);
  const columns = moveColumns(twin.columns, start - twin.start);
  return { ...twin, start, end: cursor.offset, line, endLine: cursor.line, columns, twin };
}

function moveColumns(columns: ColumnLines, bytes: number): ColumnLines {
  return "first" in columns ? { ...columns, start: columns.start + bytes, end: columns.end + bytes } : columns;
}

function nameKey(view: ViewText): string {
  return `${view.catalog}\0${view.schema}\0${view.name}`;
}
