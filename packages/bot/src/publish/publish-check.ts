import type { GitHub } from "../github/github.js";
import { ANNOTATIONS_AT_ONCE, type Annotation, type Check } from "../github/publishing.js";
import { annotationsId, type CheckIds, printIds, readIds } from "./check-ids.js";
import { retryUnclear } from "./retry-unclear.js";

/** A check without the text that tells what it was made of. */
export type CheckText = Omit<Check, "externalId">;

/**
 * Writes a concluded check with its annotations: one at a commit, however often this is done. GitHub only ever adds
 * annotations, so that a check with others is a new one, which takes the place of the old. `judged` is what it was judged by, and when.
 */
export async function publishCheck(
  github: GitHub,
  text: CheckText,
  annotations: readonly Annotation[],
  judged: Omit<CheckIds, "annotations">,
): Promise<void> {
  const ids = { ...judged, annotations: annotationsId(annotations) };
  const check = { ...text, externalId: printIds(ids) };
  await retryUnclear(async () => {
    const found = await github.findCheck(check.head, check.name);
    const isSame = found !== null && readIds(found.externalId).annotations === ids.annotations;
    // Two who wrote at the same time may have added them twice.
    if (!isSame || found.annotations > annotations.length) return create(github, check, annotations);
    const missing = annotations.slice(found.annotations);
    if (missing.length === 0) await github.updateCheck(found.id, check, []);
    else if ((await addRest(github, found.id, check, missing)) > annotations.length) {
      await create(github, check, annotations);
    }
  });
}

async function create(github: GitHub, check: Check, annotations: readonly Annotation[]): Promise<void> {
  const { id } = await github.createCheck(check, annotations.slice(0, ANNOTATIONS_AT_ONCE));
  const rest = annotations.slice(ANNOTATIONS_AT_ONCE);
  if ((await addRest(github, id, check, rest)) > annotations.length) await create(github, check, annotations);
}

/** How many annotations the check has then; none were added where there are none to add. */
async function addRest(github: GitHub, id: number, check: Check, rest: readonly Annotation[]): Promise<number> {
  let count = 0;
  for (let at = 0; at < rest.length; at += ANNOTATIONS_AT_ONCE) {
    ({ annotations: count } = await github.updateCheck(id, check, rest.slice(at, at + ANNOTATIONS_AT_ONCE)));
  }
  return count;
}
