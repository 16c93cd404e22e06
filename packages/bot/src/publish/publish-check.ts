import { hash } from "node:crypto";
import type { GitHub } from "../github/github.js";
import { ANNOTATIONS_AT_ONCE, type Annotation, type Check } from "../github/publishing.js";
import { retryUnclear } from "./retry-unclear.js";

/** A check without the id that tells which annotations belong to it. */
export type CheckText = Omit<Check, "externalId">;

/**
 * Writes a concluded check with its annotations: one at a commit, however often this is done. GitHub only ever adds
 * annotations, so that a check with others is a new one, which takes the place of the old.
 */
export async function publishCheck(github: GitHub, text: CheckText, annotations: readonly Annotation[]): Promise<void> {
  const check = { ...text, externalId: annotationsId(annotations) };
  await retryUnclear(async () => {
    const found = await github.findCheck(check.head, check.name);
    if (found?.externalId !== check.externalId) return create(github, check, annotations);
    if (found.annotations >= annotations.length) await github.updateCheck(found.id, check, []);
    else await addRest(github, found.id, check, annotations.slice(found.annotations));
  });
}

async function create(github: GitHub, check: Check, annotations: readonly Annotation[]): Promise<void> {
  const { id } = await github.createCheck(check, annotations.slice(0, ANNOTATIONS_AT_ONCE));
  await addRest(github, id, check, annotations.slice(ANNOTATIONS_AT_ONCE));
}

async function addRest(github: GitHub, id: number, check: Check, rest: readonly Annotation[]): Promise<void> {
  for (let at = 0; at < rest.length; at += ANNOTATIONS_AT_ONCE) {
    await github.updateCheck(id, check, rest.slice(at, at + ANNOTATIONS_AT_ONCE));
  }
}

function annotationsId(annotations: readonly Annotation[]): string {
  return `annotations:${hash("sha256", JSON.stringify(annotations)).slice(0, 32)}`;
}
