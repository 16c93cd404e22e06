import type { Column, Contract } from "../contract.js";
import { isCanonicalColumn, isCanonicalView } from "./canonical-view.js";
import { isPrintedAs, PrintedColumn, printedName } from "./printed-column.js";
import { lineText, pairLines, printedLines } from "./printed-lines.js";
import { readView } from "./read-snapshot.js";
import type { PrintedLines, ViewText } from "./view-text.js";

/** A located view and the bytes of its file. */
export interface LocatedView {
  readonly bytes: Buffer;
  readonly text: ViewText;
  readonly file: string;
}

/** Both sides of one view. */
export interface ContractPair {
  readonly before: Contract;
  readonly after: Contract;
}

/**
 * Parses both sides of a view that changed. Where both are printed a column a line, columns whose bytes are equal are
 * neither parsed nor validated, and are one object in both contracts. Throws a UserError naming file, line and reason.
 */
export function readViewPair(before: LocatedView, after: LocatedView): ContractPair {
  return readPrintedPair(before, after) ?? { before: readLocated(before), after: readLocated(after) };
}

/** Parses and validates one located view. Throws a UserError naming file, line and reason. */
export function readLocated({ bytes, text, file }: LocatedView): Contract {
  return readView(bytes, text, file);
}

/** `null` for whatever is not as expected: read whole, it is either valid all the same or refused with its place. */
function readPrintedPair(before: LocatedView, after: LocatedView): ContractPair | null {
  const first = splitPrinted(before);
  const sides = { before: first, after: splitPrinted(after, first ?? undefined, before) };
  if (!sides.before || !sides.after) return null;
  const { lines } = sides.before;
  const partner = pairLines(lines, sides.after.lines);
  const shared = {
    before: new Array<Column | undefined>(lines.length),
    after: new Array<Column | undefined>(sides.after.lines.length),
  };
  for (let index = 0; index < partner.length; index++) {
    const other = partner[index] ?? -1;
    if (other === -1) continue;
    const column = sharedColumn(lines[index] ?? "", sides.before.indent);
    if (!column) return null;
    shared.before[index] = column;
    shared.after[other] = column;
  }
  const columns = { before: readColumns(sides.before, shared.before), after: readColumns(sides.after, shared.after) };
  if (!columns.before || !columns.after) return null;
  return {
    before: { ...sides.before.head, columns: columns.before },
    after: { ...sides.after.head, columns: columns.after },
  };
}

/** A printed view in two parts: what it says beside its columns, and a line for each column. */
interface SplitView {
  readonly head: Omit<Contract, "columns">;
  readonly lines: readonly string[];
  readonly indent: number;
}

/** `twin` is the other side, split already: most views say the same on both sides but for their columns. */
function splitPrinted(view: LocatedView, twin?: SplitView, twinView?: LocatedView): SplitView | null {
  const { columns } = view.text;
  if (!("first" in columns)) return null;
  const head = twin && twinView && hasSameHead(view, twinView) ? twin.head : readHead(view, columns);
  return head && { head, lines: printedLines(view.bytes, columns), indent: columns.indent };
}

function hasSameHead({ bytes, text }: LocatedView, other: LocatedView): boolean {
  const [own, others] = [text.columns, other.text.columns];
  if (!("first" in own) || !("first" in others)) return false;
  const areEqual = (start: number, end: number, otherStart: number, otherEnd: number) =>
    end - start === otherEnd - otherStart && bytes.compare(other.bytes, otherStart, otherEnd, start, end) === 0;
  return (
    areEqual(text.start, own.start, other.text.start, others.start) &&
    areEqual(own.end, text.end, others.end, other.text.end)
  );
}

function readHead({ bytes, text }: LocatedView, columns: PrintedLines): SplitView["head"] | null {
  const before = bytes.toString("utf8", text.start, columns.start);
  const view = parseOrNull(before + bytes.toString("utf8", columns.end, text.end));
  if (!isCanonicalView(view)) return null;
  const { formatVersion: _, columns: none, ...head } = view;
  // A name the scan did not see, or columns where none can be: somebody else's layout, or an attack.
  const isAsScanned = head.catalog === text.catalog && head.schema === text.schema && head.name === text.name;
  return none.length === 0 && isAsScanned ? head : null;
}

function sharedColumn(line: string, indent: number): Column | null {
  const name = printedName(line, indent);
  return name === null ? null : new PrintedColumn(name, line);
}

function readColumns({ lines, indent }: SplitView, shared: readonly (Column | undefined)[]): Column[] | null {
  const columns: Column[] = [];
  const parsed: Column[] = [];
  for (let index = 0; index < lines.length; index++) {
    const known = shared[index];
    if (known) {
      columns.push(known);
      continue;
    }
    const text = lineText(lines[index] ?? "");
    const column = parseOrNull(text);
    if (!isCanonicalColumn(column) || column.name !== column.name.toLowerCase()) return null;
    if (!isPrintedAs(text, indent, column)) return null;
    columns.push(column);
    parsed.push(column);
  }
  return hasDouble(columns, parsed) ? null : columns;
}

/** Whether a name that was read stands twice; a few are looked for one by one, as a set of all names costs more. */
function hasDouble(columns: readonly Column[], parsed: readonly Column[]): boolean {
  if (parsed.length > 8) return new Set(columns.map(({ name }) => name)).size < columns.length;
  return parsed.some(({ name }) => columns.filter((column) => column.name === name).length > 1);
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
