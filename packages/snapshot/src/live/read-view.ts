import type { Column, Contract, ViewKind } from "@schema-gate/contract";
import type { ResultColumn, TrinoPort } from "../trino/trino-port.js";
import { analyse, analyseWithColumns } from "./analyse.js";
import { BrokenView } from "./broken-view.js";
import type { Relation } from "./relation.js";
import type { ColumnRow } from "./schema-reads.js";
import { settleKind } from "./settle-kind.js";
import { readSecurity } from "./show-create-view.js";
import { typeTextOfPrint, typeTextOfSignature } from "./type-text.js";

/**
 * What a view promises, in at most two statements: one to analyse it (whose result also settles types that the print
 * leaves open), one for its security or, of PrestoDB's tables, for their kind. `analysed` are the view's columns where it was
 * analysed already. Throws a TrinoError or a BrokenView with the reason when that cannot be told.
 */
export async function readView(
  port: TrinoPort,
  listed: Relation,
  quotesFields: boolean,
  analysed?: readonly ResultColumn[],
): Promise<Contract> {
  const relation = await settleKind(port, listed);
  const { view, kind, comment, definition } = relation;
  const types = analysed ? resultTypes(relation, analysed) : await readTypes(port, relation, quotesFields);
  const columns = relation.columns.map((row, index) => toColumn(row, types[index], kind));
  if (columns.length === 0) throw new BrokenView("Trino lists it without any column this user may see.");
  if (kind === "view" && definition === null) throw new BrokenView("Trino lists it as a view, but not its definition.");
  const security = kind === "view" ? await readSecurity(port, view) : null;
  return { ...view, kind, security, comment, columns, definition };
}

async function readTypes(port: TrinoPort, relation: Relation, quotesFields: boolean): Promise<readonly string[]> {
  const { view, kind, columns } = relation;
  const printed = columns.map((row) => typeTextOfPrint(row[4], quotesFields)).filter((type) => type !== null);
  if (printed.length === columns.length) {
    if (kind !== "table" || columns.length === 0) await analyse(port, view);
    return printed;
  }
  return resultTypes(relation, await analyseWithColumns(port, view));
}

function resultTypes({ columns }: Relation, results: readonly ResultColumn[]): readonly string[] {
  const isSame = columns.every((row, index) => row[1].toLowerCase() === results[index]?.name.toLowerCase());
  if (!isSame || results.length !== columns.length) throw changedMeanwhile();
  return results.map((result) => typeTextOfSignature(result.name, result.typeSignature));
}

function toColumn([, name, , isNullable, , comment]: ColumnRow, type: string | undefined, kind: ViewKind): Column {
  if (type === undefined) throw changedMeanwhile();
  // What Trino says of a view's columns is always YES, whatever the SQL can yield.
  const nullable = kind === "table" ? isNullable === "YES" : null;
  return { name: name.toLowerCase(), type, nullable, comment: comment || null };
}

function changedMeanwhile(): BrokenView {
  return new BrokenView("It was changed while it was being read; take the snapshot again.");
}
