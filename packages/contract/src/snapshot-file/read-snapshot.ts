import type { Column, Contract } from "../contract.js";
import { JsonCursor } from "../json-text/json-cursor.js";
import { JsonTextError } from "../json-text/json-text-error.js";
import { parseJson } from "../json-text/parse-json.js";
import { UserError } from "../user-error.js";
import { isCanonicalView } from "./canonical-view.js";
import { formatVersionProblem } from "./format-version.js";
import { scanBundle } from "./scan-bundle.js";
import { explainIssueInView, problemInView } from "./snapshot-problem.js";
import { type SnapshotFile, snapshotSchema } from "./snapshot-schema.js";
import { scanView, type ViewText } from "./view-text.js";

/** Finds the one view of a snapshot file. Throws a UserError naming `file`, line and reason. */
export function locateView(bytes: Buffer, file: string): ViewText {
  return inFile(file, () => {
    const cursor = new JsonCursor(bytes);
    const view = scanView(cursor);
    if (cursor.peek() !== -1) throw cursor.error("expected nothing after the view");
    return view;
  });
}

/**
 * Finds the views of a bundle without parsing them. `twin` is the other side's bundle, if it is one: a view whose bytes
 * stand there too takes over what is known of it. Throws a UserError naming `file`, line and reason.
 */
export function locateViews(
  bytes: Buffer,
  file: string,
  twin?: { bytes: Buffer; views: readonly ViewText[] },
): ViewText[] {
  return inFile(file, () => scanBundle(bytes, twin));
}

/** Parses and validates one located view. Throws a UserError naming `file`, line and reason. */
export function readView(bytes: Buffer, at: ViewText, file: string): Contract {
  return inFile(file, () => {
    const value = parseJson(bytes, at.start, at.end, at.line);
    const view = isCanonicalView(value) ? value : validate(value, bytes, at);
    return toContract(view, bytes, at);
  });
}

function validate(value: unknown, bytes: Buffer, at: ViewText): SnapshotFile {
  const version = typeof value === "object" && value !== null ? Reflect.get(value, "formatVersion") : undefined;
  const problem = formatVersionProblem(version);
  if (problem !== null) throw problemInView(bytes, at, ["formatVersion"], problem);
  const parsed = snapshotSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? explainIssueInView(bytes, at, issue, value) : problemInView(bytes, at, [], "is not understood");
}

/** Reads one snapshot file given as text. Throws a UserError naming `file`, line and reason. */
export function parseSnapshotText(text: string, file: string): Contract {
  const bytes = Buffer.from(text);
  return readView(bytes, locateView(bytes, file), file);
}

function toContract(view: SnapshotFile, bytes: Buffer, at: ViewText): Contract {
  const { kind, security, comment, definition } = view;
  return {
    catalog: view.catalog.toLowerCase(),
    schema: view.schema.toLowerCase(),
    name: view.name.toLowerCase(),
    kind,
    security,
    comment,
    columns: foldNames(view.columns, bytes, at),
    definition,
  };
}

function foldNames(columns: readonly Column[], bytes: Buffer, at: ViewText): readonly Column[] {
  const seen = new Set<string>();
  let isFolded = true;
  columns.forEach((column, index) => {
    const name = column.name.toLowerCase();
    if (seen.has(name))
      throw problemInView(bytes, at, ["columns", index], `the column ${JSON.stringify(name)} stands twice`);
    seen.add(name);
    if (name !== column.name) isFolded = false;
  });
  return isFolded ? columns : columns.map((column) => ({ ...column, name: column.name.toLowerCase() }));
}

function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    throw new UserError("usage", `Cannot read ${file}: ${error.message}`);
  }
}
