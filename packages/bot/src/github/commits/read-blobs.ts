import { pMapIterable } from "p-map";
import type { GitObjects } from "../git-objects.js";

/** Blobs asked for at a time: few enough for memory and for GitHub, enough not to wait for each. */
const AT_A_TIME = 8;

/** Reads blobs and hands each on, in the order asked for. */
export async function readBlobs(
  objects: GitObjects,
  ids: readonly string[],
  onBlob: (index: number, bytes: Buffer) => void,
): Promise<void> {
  let index = 0;
  for await (const bytes of pMapIterable(ids, (id) => objects.blob(id), { concurrency: AT_A_TIME })) {
    onBlob(index++, bytes);
  }
}
