import { quoteIdentifier } from "@schema-gate/contract";
import { isAggregate } from "../model/features.js";
import type { Query } from "../model/query.js";
import type { Source } from "../model/source.js";
import type { Printer } from "../print/printer.js";

/** The columns a definition puts out. */
export interface Outputs {
  /** The names in their order, without what stars stand for. */
  readonly names: readonly string[];
  /** The names and stars in their order, as one text to show and compare. */
  readonly list: string;
  readonly hasStar: boolean;
  /** What the column of a name is; null where there is none, or none that can be told. */
  readonly textOf: (name: string) => string | null;
  /** Whether the column is made of groups of rows. */
  readonly isAggregate: (name: string) => boolean;
}

/** Reads what each column of the outermost query is made of. */
export function outputsOf(query: Query, printer: Printer): Outputs {
  const first = firstBlock(query);
  if (!first) return { names: [], list: "", hasStar: false, textOf: () => null, isAggregate: () => false };
  const names = first.items.flatMap((item) => (item.kind === "star" ? [] : [item.name ?? ""]));
  const list = first.items.map((item) =>
    item.kind === "star" ? printer.items({ ...first, items: [item] }).join() : quoteIdentifier(item.name ?? ""),
  );
  const known = first.items.every((item) => item.kind === "column");
  // Branches of a set operation match by position, their first gives the names.
  const source: Source = { names: [], table: null, columns: known ? names : null, known: [] };
  return {
    names,
    list: list.join(", "),
    hasStar: !known,
    textOf: (name) => (known && !names.includes(name) ? null : printer.output(query, source, name)),
    isAggregate: (name) =>
      first.items.some((item) => item.kind === "column" && item.name === name && isAggregate(item.value)),
  };
}

function firstBlock(query: Query): (Query & { kind: "block" }) | null {
  if (query.kind === "block") return query;
  const [branch] = query.kind === "set" ? query.branches : [];
  return branch ? firstBlock(branch) : null;
}
