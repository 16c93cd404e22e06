import type { ContractFile } from "@schema-gate/contract";
import type { ReadViews, Sides } from "../sides/side.js";
import { labelsOfContracts } from "./changed-views.js";

/** How many views are held in memory at a time, of each side; twice as many while the next are being read. */
const BATCH = 250;

/** A batch of views, and how many have been read with it. */
interface ReadBatch {
  readonly read: ReadViews;
  readonly done: number;
}

/** Reads the views of both sides that have these labels, in batches: the next is asked for before one is handed on. */
export async function* readEdited(sides: Sides, labels: readonly string[]): AsyncGenerator<ReadBatch> {
  let next = readBatch(sides, labels, 0);
  for (let at = BATCH; next; at += BATCH) {
    const read = await next;
    next = readBatch(sides, labels, at);
    // What goes wrong is thrown to whoever waits; nobody may, once this batch has been refused.
    next?.catch(() => {});
    yield { read, done: Math.min(at, labels.length) };
  }
}

function readBatch(sides: Sides, labels: readonly string[], at: number): Promise<ReadViews> | null {
  const batch = labels.slice(at, at + BATCH);
  return batch.length === 0 ? null : readBoth(sides, batch, batch);
}

/** Reads views of both sides at once, with their contracts where both sides can hold some. */
export async function readBoth(
  sides: Sides,
  fromBefore: readonly string[],
  fromAfter: readonly string[],
): Promise<ReadViews> {
  const contracts = labelsOfContracts(sides).size > 0;
  const [before, after, promisedBefore, promisedAfter] = await Promise.all([
    sides.before.read(fromBefore),
    sides.after.read(fromAfter),
    (contracts && sides.before.contracts?.read(fromBefore)) || new Map<string, ContractFile>(),
    (contracts && sides.after.contracts?.read(fromAfter)) || new Map<string, ContractFile>(),
  ]);
  return { before, after, contracts: { before: promisedBefore, after: promisedAfter } };
}
