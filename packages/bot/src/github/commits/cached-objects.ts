import { createHash } from "node:crypto";
import { UserError } from "@schema-gate/contract";
import { MAX_FILE_BYTES } from "@schema-gate/gate";
import type { GitObjects } from "../git-objects.js";
import { GitHubError } from "../github-error.js";

/** Bytes of blobs that are kept; what comes after them is read again when it is asked for again. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** The same objects, each asked for once; what a blob holds is what its id says, or it is refused. */
export function cachedObjects(objects: GitObjects): GitObjects {
  const blobs = new Map<string, Promise<Buffer>>();
  let kept = 0;
  return {
    ...objects,
    commit: once((id) => objects.commit(id)),
    tree: once((id, depth) => objects.tree(id, depth)),
    blob: (id) => {
      const known = blobs.get(id);
      if (known) return known;
      const reading = verified(objects, id).then((bytes) => {
        kept += bytes.length;
        if (kept > KEPT_BYTES) blobs.delete(id);
        return bytes;
      });
      blobs.set(id, reading);
      return reading;
    },
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

async function verified(objects: GitObjects, id: string): Promise<Buffer> {
  const bytes = await objects.blob(id);
  if (bytes.length > MAX_FILE_BYTES) {
    throw new UserError("usage", `Blob ${id} has ${bytes.length} bytes; a file may have ${MAX_FILE_BYTES} at most.`);
  }
  const found = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
  if (found === id) return bytes;
  throw new GitHubError("unreachable", "unclear", `GitHub's answer for blob ${id} is not that blob, but ${found}.`);
}
