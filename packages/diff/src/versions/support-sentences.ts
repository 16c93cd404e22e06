import type { SupportState } from "../change.js";

/** Says why a removed view may or may not go. */
export function supportSentence(support: SupportState): string {
  switch (support.kind) {
    case "unpublished":
      return "It was not published.";
    case "ready":
      return `All teams known to read it are ready: ${support.teams.join(", ")}.`;
    case "no-successor":
      return support.named === null
        ? "It has no successor that readers could have moved to."
        : `Its contract names ${support.named}, which is no version that readers could have moved to.`;
    case "running":
      return support.until === null
        ? `It is not known since when its successor ${support.successor} has been there.`
        : `Its successor is ${support.successor}; support ends on ${support.until}.`;
    case "ended":
      return `Its successor is ${support.successor}; support ended on ${support.until}.`;
  }
}

/** What to do instead of removing a view too early. */
export function removalRemedy(support: SupportState): string {
  if (support.kind !== "running")
    return "Keep the view, publish its successor beside it, and remove it a quarter later.";
  return support.until === null
    ? "Keep the view until its readers have moved."
    : `Keep the view until ${support.until}.`;
}
