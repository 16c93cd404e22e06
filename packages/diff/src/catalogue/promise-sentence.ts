import { nameLabel, viewLabel } from "@schema-gate/contract";
import type { Change } from "../change.js";

/** What became of a promise: `subject` is what was promised, as the start of a sentence. */
export function promiseSentence(subject: string, { before, after }: Pick<Change, "before" | "after">): string {
  if (after === null) return `${subject} was ${before} and is no longer stated.`;
  return before === null ? `${subject} is now ${after}.` : `${subject} was ${before} and is now ${after}.`;
}

const subjects = { latency: "The latency", frequency: "The time between runs", retention: "The retention" } as const;

/** What a promise of time is about; rows of a contract may be about one column. */
export function timeSubject({ promise, path }: Change<"time-promise-changed">): string {
  const element = /\((.*)\)$/s.exec(path)?.[1];
  return element === undefined ? subjects[promise] : `${subjects[promise]} of ${element}`;
}

/** `View a.b.c` of a change, as the start of a sentence. */
export function viewSubject({ view }: Pick<Change, "view">): string {
  return `View ${viewLabel(view)}`;
}

/** The way through when a promise of time cannot be kept in this version. */
export function keepPromise({ view, before }: Pick<Change, "view" | "before">): string {
  return `Keep the promise of ${before} in ${nameLabel(view.name)}, or publish a new version that promises less.`;
}
