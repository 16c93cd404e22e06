import type { YamlEdits } from "../yaml-file/yaml-edits.js";

/** A row of `slaProperties` or `customProperties` as a contract has it. */
export interface PropertyRow {
  readonly property: string;
  readonly value?: unknown;
  readonly element?: string | undefined;
}

/** Rows by property: text is what the row shall say, `null` that it shall go. Rows about one column are left alone. */
export type RowChanges = Readonly<Record<string, string | null>>;

/** Changes rows of a list of properties; those that are not there yet come at its end. */
export function editRows(edits: YamlEdits, list: string, rows: readonly PropertyRow[], changes: RowChanges): void {
  const removed: number[] = [];
  const found = new Set<string>();
  for (const [index, { property, value }] of rows.entries()) {
    const change = Object.hasOwn(changes, property) ? changes[property] : undefined;
    if (change === undefined) continue;
    found.add(property);
    if (change === null) removed.push(index);
    else if (value !== change) edits.set([list, index, "value"], change);
  }
  const added = Object.entries(changes).flatMap(([property, value]) =>
    value === null || found.has(property) ? [] : [{ property, value }],
  );
  edits.changeList(list, removed, added);
}
