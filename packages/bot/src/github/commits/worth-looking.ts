import type { GitObjects } from "../git-objects.js";
import type { LineCommit } from "./line-of-history.js";

/**
 * The commits of a line, newest first, that have to be looked at to see when files came and went. Along commits with one
 * parent GitHub lists those that touched a path, a request instead of one for each commit; where branches meet its list
 * follows one of them alone, and so every such commit is looked at.
 */
export async function* worthLooking(
  objects: GitObjects,
  line: readonly LineCommit[],
  files: readonly string[],
): AsyncGenerator<LineCommit> {
  for (let at = 0; at < line.length; ) {
    const end = endOfRun(line, at);
    const run = line.slice(at, end);
    // Asking for the list must be worth it.
    yield* run.length > 2 * files.length + 10 ? await turns(objects, run, files) : run;
    yield* line.slice(end, end + 1);
    at = end + 1;
  }
}

/** Where the commits with one parent that start at `at` end. */
function endOfRun(line: readonly LineCommit[], at: number): number {
  const end = line.findIndex(({ isMerge }, index) => index >= at && isMerge);
  return end === -1 ? line.length : end;
}

/** The first of a run, and those that touched one of the files with the commit before each. */
async function turns(
  objects: GitObjects,
  run: readonly LineCommit[],
  files: readonly string[],
): Promise<readonly LineCommit[]> {
  const [first] = run;
  if (first === undefined) return [];
  const places = new Map(run.map(({ id }, index) => [id, index]));
  const kept = new Set([0]);
  for (const file of files) {
    for (const place of await touches(objects, first.id, file, places)) kept.add(place).add(place + 1);
  }
  return run.filter((_, index) => kept.has(index));
}

async function touches(
  objects: GitObjects,
  from: string,
  file: string,
  places: ReadonlyMap<string, number>,
): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const page of objects.history(from, file)) {
    for (const { id } of page) {
      const place = places.get(id);
      // What comes after the run is told after all of it.
      if (place === undefined) return found;
      found.push(place);
    }
  }
  return found;
}
