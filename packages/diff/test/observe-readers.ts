import { isDeepStrictEqual } from "node:util";
import { TrinoError } from "@schema-gate/snapshot";
import { type Outcome, type ReaderProof, type Refusal, withNames, withoutNames } from "../src/catalogue/proof.js";
import type { ProofWorld } from "./proof-world.js";

interface Answer {
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** As JSON and sorted: a query without ORDER BY promises no order. */
  readonly rows: readonly string[];
}

/** Stores the views of the readers who have one, over the view as it is now. */
export async function storeReaderViews(world: ProofWorld, readers: readonly ReaderProof[]): Promise<void> {
  for (const [index, reader] of readers.entries()) {
    if (reader.category !== "stored-view") continue;
    await world.port(reader).query(withNames(`CREATE VIEW {stored} AS ${reader.sql}`, world.names(index)));
  }
}

/** What each reader gets now, in their order. */
export function readAnswers(world: ProofWorld, readers: readonly ReaderProof[]): Promise<(Answer | Refusal)[]> {
  return Promise.all(readers.map((reader, index) => readAnswer(world, reader, index)));
}

async function readAnswer(world: ProofWorld, reader: ReaderProof, index: number): Promise<Answer | Refusal> {
  const names = world.names(index);
  const sql = reader.category === "stored-view" ? "SELECT * FROM {stored}" : reader.sql;
  try {
    const { columns, rows } = await world.port(reader).query(withNames(sql, names));
    return {
      columns: columns.map(({ name, type }) => [name, type] as const),
      rows: rows.map((row) => JSON.stringify(row)).sort(),
    };
  } catch (error) {
    if (!(error instanceof TrinoError)) throw error;
    return { fails: error.errorName, message: withoutNames(error.message, names) };
  }
}

/** What became of a reader. Throws for a query that did not work before: it would prove nothing. */
export function outcomeOf(before: Answer | Refusal, after: Answer | Refusal): Outcome {
  if ("fails" in before) throw new Error(`the query does not work before: ${before.fails}: ${before.message}`);
  if ("fails" in after) return after;
  if (!isDeepStrictEqual(before.columns, after.columns)) return "types-change";
  return isDeepStrictEqual(before.rows, after.rows) ? "same" : "rows-change";
}

/** What a proof claims of a server of the given version, in the shape of what is observed there. */
export function claimedOn(version: string, { outcome }: ReaderProof): Outcome {
  if (typeof outcome === "string") return outcome;
  const { on = {}, ...refusal } = outcome;
  return on[version] ?? refusal;
}
