import { BlobProcess } from "./blob-process.js";
import type { Clone } from "./repository.js";

/** Blobs that were read before anybody asked, and when they will be here. */
interface ReadAhead {
  readonly blobs: Map<string, Buffer>;
  readonly arrived: Promise<void>;
}

type OnBlob = (index: number, bytes: Buffer) => void;

const processes = new WeakMap<Clone, BlobProcess>();
const readAheads = new WeakMap<Clone, ReadAhead>();

/** Starts the process that reads blobs, for whoever is likely to ask for some: starting it takes longer than reading hundreds. */
export function prepareBlobs(repository: Clone): void {
  processOf(repository);
}

/** Starts reading blobs that will be asked for. They are held in memory until then, so let them be no more than a few hundred. */
export function readBlobsAhead(repository: Clone, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const blobs = new Map<string, Buffer>();
  const keep: OnBlob = (index, bytes) => blobs.set(ids[index] ?? "", bytes);
  // What cannot be read is asked for again, and refused, by whoever needs it.
  const arrived = processOf(repository)
    .read(ids, keep)
    .catch(() => {});
  readAheads.set(repository, { blobs, arrived });
}

/** Reads blobs by their ids and hands each on, in the order asked for. Whoever asks next is served by the same process. */
export async function readBlobs(repository: Clone, ids: readonly string[], onBlob: OnBlob): Promise<void> {
  const ahead = readAheads.get(repository);
  await ahead?.arrived;
  const known = takeOut(ahead?.blobs ?? new Map<string, Buffer>(), ids);
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === ids.length) return readNow(repository, ids, onBlob);
  await readNow(repository, missing, (index, bytes) => known.set(missing[index] ?? "", bytes));
  for (const [index, id] of ids.entries()) onBlob(index, known.get(id) ?? Buffer.alloc(0));
}

async function readNow(repository: Clone, ids: readonly string[], onBlob: OnBlob): Promise<void> {
  if (ids.length > 0) await processOf(repository).read(ids, onBlob);
}

function takeOut(blobs: Map<string, Buffer>, ids: readonly string[]): Map<string, Buffer> {
  const taken = new Map<string, Buffer>();
  for (const id of ids) {
    const bytes = blobs.get(id);
    if (bytes && blobs.delete(id)) taken.set(id, bytes);
  }
  return taken;
}

function processOf(repository: Clone): BlobProcess {
  const known = processes.get(repository);
  if (known && !known.isOver) return known;
  const started = new BlobProcess(repository.directory);
  processes.set(repository, started);
  return started;
}
