import { appendFile, readFile, writeFile } from "node:fs/promises";
import { planCase } from "../plan/plan-case.js";
import type { Observation } from "./observation.js";
import { playBatch } from "./play-batch.js";

/** Many views in one schema make reading them cheap, few leave little to do again after an interruption. */
const batchSize = 50;

export interface PlayOptions {
  readonly firstSeed: number;
  readonly cases: number;
  /** A file of observations, one a line: those in it are not made again, new ones are added. */
  readonly keep: string | null;
  readonly onBatch: (done: number) => void;
}

/** Plays the cases of `cases` seeds in a row on the server. */
export async function playCases(url: string, { firstSeed, cases, keep, onBatch }: PlayOptions): Promise<Observation[]> {
  const seeds = Array.from({ length: cases }, (_, index) => firstSeed + index);
  const kept = keep === null ? [] : await readKept(keep);
  const observations = kept.filter(({ seed }) => seed >= firstSeed && seed < firstSeed + cases);
  const known = new Set(observations.map(({ seed }) => seed));
  const left = seeds.filter((seed) => !known.has(seed));
  for (let at = 0; at < left.length; at += batchSize) {
    const batch = await playBatch(url, left.slice(at, at + batchSize).map(planCase));
    if (keep !== null) await appendFile(keep, batch.map((each) => `${JSON.stringify(each)}\n`).join(""));
    observations.push(...batch);
    onBatch(observations.length);
  }
  return observations.sort((one, other) => one.seed - other.seed);
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
