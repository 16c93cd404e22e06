import { type Contract, nameLabel } from "@schema-gate/contract";
import type { DefinitionChange } from "@schema-gate/sql";
import type { Change } from "../change.js";
import { type Facts, fact } from "./facts.js";

/** What a change of a definition means; see `compareDefinitions` of the sql package, which is loaded only when needed. */
export type CompareDefinitions = (before: string, after: string) => readonly DefinitionChange[];

/** What differs between two definitions and is not told by what differs between the columns. */
export function definitionChanges(
  before: Contract,
  after: Contract,
  columns: readonly Change[],
  compareDefinitions: CompareDefinitions | null,
  facts: Facts,
): Change[] {
  const { definition: was } = before;
  const { definition: now } = after;
  if (was === now || was === null || now === null) return [];
  const found = compareDefinitions ? compareDefinitions(was, now) : [notAnalysed];
  const left = unexplained(found, columns);
  const analysed = left.filter((change) => change.kind !== "not-analysed");
  const other = left.find((change) => change.kind === "not-analysed");
  return [
    ...analysed.map((change) => definitionChange(change, was, now, facts)),
    ...(other ? [definitionChange({ ...other, path: "@definition", before: was, after: now }, was, now, facts)] : []),
  ];
}

const notAnalysed: DefinitionChange = {
  kind: "not-analysed",
  path: "@definition",
  before: null,
  after: null,
  beforeSpan: null,
  afterSpan: null,
  reason: null,
};

/** A column that came, went or changed its type says so itself; other columns where no column changed are not understood. */
function unexplained(found: readonly DefinitionChange[], columns: readonly Change[]): DefinitionChange[] {
  const touched = new Set(columns.flatMap(touchedColumns));
  const grown = new Set(columns.flatMap(grownColumns));
  const listed = columns.some(({ kind }) => /^columns?-(added|removed|renamed|reordered)$/.test(kind));
  return found.flatMap((change): DefinitionChange[] => {
    if (change.kind === "expression") {
      return touched.has(change.path) || (grown.has(change.path) && change.keepsFields) ? [] : [change];
    }
    if (change.kind !== "columns") return [change];
    return listed ? [] : [{ ...change, kind: "not-analysed", reason: "it puts out other columns than the view has" }];
  });
}

/** The columns, in lower case, whose change may be seen in their expressions. */
function touchedColumns(change: Change): string[] {
  switch (change.kind) {
    case "column-added":
    case "column-removed":
      return [change.name.toLowerCase()];
    case "column-renamed":
      return [change.name.toLowerCase(), change.to.toLowerCase()];
    case "type-changed":
    case "field-removed":
    case "field-renamed":
    case "map-key-changed":
      return [change.at.column.toLowerCase()];
    default:
      return [];
  }
}

/** The columns, in lower case, whose fields are more or elsewhere: by itself that changes no value that is read by name. */
function grownColumns(change: Change): string[] {
  return change.kind === "field-added" || change.kind === "fields-reordered" ? [change.at.column.toLowerCase()] : [];
}

function definitionChange(change: DefinitionChange, was: string, now: string, facts: Facts): Change {
  const isExpression = change.kind === "expression";
  return fact("definition-changed", facts, {
    path: isExpression ? nameLabel(change.path) : change.path,
    before: change.before,
    after: change.after,
    covers: ["/definition"],
    about: change.kind === "columns" ? "not-analysed" : change.kind,
    line: lineOf(change, was, now),
    column: isExpression ? change.path : null,
    reason: change.reason,
  });
}

function lineOf({ beforeSpan, afterSpan }: DefinitionChange, was: string, now: string) {
  if (afterSpan) return { side: "after", number: lineAt(now, afterSpan.start) } as const;
  return beforeSpan ? ({ side: "before", number: lineAt(was, beforeSpan.start) } as const) : null;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
