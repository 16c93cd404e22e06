import type { GitObjects } from "../git-objects.js";
import { KnownBlobs } from "./known-blobs.js";

/** The same objects, each asked for once. */
export function cachedObjects(objects: GitObjects): GitObjects {
  const known = new KnownBlobs(objects);
  return {
    ...objects,
    commit: once((id) => objects.commit(id)),
    tree: once((id, depth) => objects.tree(id, depth)),
    blob: (id) => known.blob(id),
    blobs: (ids) => known.blobs(ids),
  };
}

/** A function whose answers are kept by its arguments, failures too: what could not be read once is not read half. */
function once<Arguments extends readonly string[], Answer>(
  ask: (...given: Arguments) => Promise<Answer>,
): (...given: Arguments) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...given) => {
    const key = given.join(" ");
    const known = answers.get(key);
    if (known) return known;
    const answer = ask(...given);
    answers.set(key, answer);
    return answer;
  };
}
