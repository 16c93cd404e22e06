import * as columns from "./column-edits.js";
import type { Edit } from "./edit.js";
import * as fields from "./field-edits.js";
import * as rows from "./row-edits.js";
import * as types from "./type-edits.js";
import * as views from "./view-edits.js";

const all = { ...columns, ...fields, ...types, ...rows, ...views } satisfies Record<string, Edit>;

export type EditName = keyof typeof all;

/** Those that rarely show in the findings are tried more often. */
const weights: Partial<Record<EditName, number>> = {
  otherKind: 5,
  otherRequired: 5,
  appendColumn: 3,
  rewrite: 3,
  otherLateral: 3,
  otherExpression: 3,
};

/** Every edit of one view, with how often it is made. */
export const edits = Object.fromEntries(
  (Object.entries(all) as [EditName, Edit][]).map(([name, edit]) => [name, { edit, weight: weights[name] ?? 2 }]),
) as Readonly<Record<EditName, { readonly edit: Edit; readonly weight: number }>>;
