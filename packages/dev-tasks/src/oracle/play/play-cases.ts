import { appendFile, readFile, writeFile } from "node:fs/promises";
import type { PlannedCase } from "../plan/plan-case.js";
import type { Observation } from "./observation.js";

import { playBatch } from "./play-batch.js";

/** Many views in one schema make reading them cheap, few leave little to do again after an interruption. */
const batchSize = 50;

export interface PlayOptions {
  /** A file of observations, one a line: those in it are not made again, new ones are added. */
  readonly keep?: string | null;
  readonly onBatch?: (done: number) => void;
}

/** Plays the cases on a server, which is started only if there is one to play, and gives what was observed in their order. */
export async function playCases(
  startServer: () => Promise<string>,
  cases: readonly PlannedCase[],
  { keep = null, onBatch }: PlayOptions = {},
): Promise<Observation[]> {
  const digests = new Map(cases.map((each) => [each.seed, each.digest]));
  const kept = keep === null ? [] : await readKept(keep);
  // What was observed of another plan of the same seed, before the oracle itself changed, is made again.
  const isStillPlanned = ({ seed, plan }: Observation) => plan === digests.get(seed);
  const observations = new Map(kept.filter(isStillPlanned).map((each) => [each.seed, each]));
  const left = cases.filter(({ seed }) => !observations.has(seed));
  if (left.length === 0) return inOrder(cases, observations);
  const url = await startServer();
  for (let at = 0; at < left.length; at += batchSize) {
    const batch = await playBatch(url, left.slice(at, at + batchSize));
    if (keep !== null) await appendFile(keep, batch.map((each) => `${JSON.stringify(each)}\n`).join(""));
    for (const each of batch) observations.set(each.seed, each);
    onBatch?.(observations.size);
  }
  return inOrder(cases, observations);
}

function inOrder(cases: readonly PlannedCase[], observations: ReadonlyMap<number, Observation>): Observation[] {
  return cases.flatMap(({ seed }) => observations.get(seed) ?? []);
}

/** The last line of an interrupted run may be half a line; its case is made again. */
async function readKept(file: string): Promise<Observation[]> {
  const text = await readFile(file, "utf8").catch((error: { code?: string }) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole.length < text.length) await writeFile(file, whole);
  return whole.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Observation]));
}
