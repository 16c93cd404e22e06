import type { Contract, ViewName } from "@schema-gate/contract";
import { isServerTrouble, TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { type AnalysedColumns, analyseDerived } from "./analyse-derived.js";
import { BrokenView } from "./broken-view.js";
import { readView } from "./read-view.js";
import type { Relation } from "./relation.js";
import { typeTextOfSignature } from "./type-text.js";
import { wholeReadFailed } from "./whole-read-failed.js";
import { type ViewFailure, viewFailure } from "./why-failed.js";

/** One view of live Trino: what it stores, or why it cannot be used. */
export interface ObservedView {
  readonly view: ViewName;
  /** What the catalogue shows and analysis confirmed; `null` where it failed. */
  readonly stored: Contract | null;
  readonly failure: ViewFailure | null;
  /** The types its SQL yields now, in the order of its columns; `null` where that cannot be told. */
  readonly derived: readonly string[] | null;
}

/** Reads one view in two statements, or one more where its SQL cannot be analysed by itself. */
export async function observeView(port: TrinoPort, relation: Relation, quotesFields: boolean): Promise<ObservedView> {
  const { view } = relation;
  try {
    const analysed = await derivedColumns(port, relation);
    const stored = await readView(port, relation, quotesFields, analysed?.stored);
    return { view, stored, failure: null, derived: analysed && derivedTypes(analysed, stored) };
  } catch (error) {
    if (error instanceof BrokenView)
      return { view, stored: null, failure: { kind: "unseen", reason: error.message }, derived: null };
    if (!(error instanceof TrinoError)) throw error;
    if (isServerTrouble(error)) throw wholeReadFailed(port, error);
    return { view, stored: null, failure: viewFailure(error), derived: null };
  }
}

async function derivedColumns(port: TrinoPort, { view, kind, definition }: Relation): Promise<AnalysedColumns | null> {
  if (kind !== "view" || definition === null) return null;
  try {
    return await analyseDerived(port, view, definition);
  } catch (error) {
    if (error instanceof TrinoError && !isServerTrouble(error)) return null;
    throw error;
  }
}

function derivedTypes({ derived }: AnalysedColumns, { columns }: Contract): readonly string[] | null {
  if (derived.length !== columns.length) return null;
  return derived.map(({ name, typeSignature }) => typeTextOfSignature(name, typeSignature));
}
