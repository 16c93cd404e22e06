import { pMapIterable } from "p-map";
import type { GitObjects } from "../git-objects.js";

/** Blobs that one query asks for: two queries for what the gate reads of a side at a time. Each may hold 512,000 bytes. */
const TOGETHER = 125;

/** Queries under way, and beyond them requests for single blobs: few enough for memory and for GitHub, enough not to wait for each. */
const QUERIES = 2;
const REQUESTS = 8;

interface Told {
  readonly id: string;
  readonly bytes: Buffer | null;
}

/** Reads blobs and hands each on, in the order asked for: together where they can be had so, by themselves where not. */
export async function readBlobs(
  objects: GitObjects,
  ids: readonly string[],
  onBlob: (index: number, bytes: Buffer) => void,
): Promise<void> {
  const read = ({ id, bytes }: Told) => bytes ?? objects.blob(id);
  let index = 0;
  for await (const bytes of pMapIterable(askTogether(objects, ids), read, { concurrency: REQUESTS })) {
    onBlob(index++, bytes);
  }
}

async function* askTogether(objects: GitObjects, ids: readonly string[]): AsyncGenerator<Told> {
  const tell = async (some: readonly string[]) => {
    const told = await objects.blobs(some);
    return some.map((id, index) => ({ id, bytes: told[index] ?? null }));
  };
  for await (const told of pMapIterable(evenly(ids), tell, { concurrency: QUERIES })) yield* told;
}

/** Parts of about the same length: none is so short that its blobs are asked for one by one. */
function evenly(ids: readonly string[]): readonly (readonly string[])[] {
  const parts = Math.ceil(ids.length / TOGETHER);
  const length = Math.ceil(ids.length / parts);
  return Array.from({ length: parts }, (_, index) => ids.slice(index * length, (index + 1) * length));
}
