import type { Column, Contract } from "../contract.js";
import { isCanonicalColumn, isCanonicalView } from "./canonical-view.js";
import { lineSpans, pairSpans, type Spans } from "./line-spans.js";
import { PrintedColumn, printedName } from "./printed-column.js";
import { readView } from "./read-snapshot.js";
import type { ViewText } from "./view-text.js";

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
  const sides = { before: splitPrinted(before), after: splitPrinted(after) };
  if (!sides.before || !sides.after) return null;
  const partner = pairSpans(before.bytes, sides.before.spans, after.bytes, sides.after.spans);
  const shared = { before: [] as Column[], after: [] as Column[] };
  for (let index = 0; index < partner.length; index++) {
    const other = partner[index] ?? -1;
    if (other === -1) continue;
    const column = sharedColumn(before.bytes, sides.before.spans, index);
    if (!column) return null;
    shared.before[index] = column;
    shared.after[other] = column;
  }
  const columns = {
    before: readColumns(before.bytes, sides.before.spans, shared.before),
    after: readColumns(after.bytes, sides.after.spans, shared.after),
  };
  if (!columns.before || !columns.after) return null;
  return {
    before: { ...sides.before.head, columns: columns.before },
    after: { ...sides.after.head, columns: columns.after },
  };
}

/** A printed view in two parts: what it says beside its columns, and where each column stands. */
function splitPrinted({ bytes, text }: LocatedView): { head: Omit<Contract, "columns">; spans: Spans } | null {
  const { columns, start, end } = text;
  if (!("first" in columns)) return null;
  const around = `${bytes.toString("utf8", start, columns.start)}${bytes.toString("utf8", columns.end, end)}`;
  const view = parseOrNull(around);
  if (!isCanonicalView(view)) return null;
  const { formatVersion: _, columns: none, ...head } = view;
  // A name the scan did not see, or columns where none can be: somebody else's layout, or an attack.
  if (none.length > 0 || head.catalog !== text.catalog || head.schema !== text.schema || head.name !== text.name)
    return null;
  return { head, spans: lineSpans(bytes, columns.start, columns.count, columns.indent) };
}

function sharedColumn(bytes: Buffer, spans: Spans, index: number): Column | null {
  const [start = 0, end = 0] = [spans[2 * index], spans[2 * index + 1]];
  const name = printedName(bytes, start, end);
  return name === null ? null : new PrintedColumn(name, bytes, start, end);
}

function readColumns(bytes: Buffer, spans: Spans, shared: readonly Column[]): Column[] | null {
  const columns: Column[] = [];
  const parsed: Column[] = [];
  for (let index = 0; index < spans.length / 2; index++) {
    const known = shared[index];
    if (known) {
      columns.push(known);
      continue;
    }
    const column = parseOrNull(bytes.toString("utf8", spans[2 * index], spans[2 * index + 1]));
    if (!isCanonicalColumn(column) || column.name !== column.name.toLowerCase()) return null;
    columns.push(column);
    parsed.push(column);
  }
  const isTwice = ({ name }: Column) => columns.filter((column) => column.name === name).length > 1;
  return parsed.some(isTwice) ? null : columns;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
