import { type Contract, compareDates, promisePath, viewName } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { fact } from "../detect/facts.js";
import type { PromisedPair } from "../detect/twofold-changes.js";
import { isPublished, statedRelease } from "./believed-facts.js";
import { familiesOf, versionOf } from "./families.js";
import type { SupportFacts } from "./removed-versions.js";

/**
 * A release date that counts from now on and lies before the day the version was there: the version before it would be
 * supported for that much shorter. A date that moves is found as moved; without history no day is known.
 */
export function backdatedRelease({ before, after }: PromisedPair, facts: SupportFacts): Change[] {
  if (!after?.promises || !facts.believed.hasHistory || !releasedNow({ before, after })) return [];
  const { released } = after.promises;
  const there = facts.believed.factsOf(after);
  const since = there && isPublished(after, facts) ? there.stoodSince : facts.asOf;
  if (released === null || since === null || compareDates(released, since) >= 0) return [];
  if (!endsSupport(after, facts)) return [];
  const path = promisePath("released");
  const place = { view: viewName(after), anchor: { side: "after", column: null, contract: path } } as const;
  return [fact("release-backdated", place, { path, before: null, after: released, covers: [], since })];
}

/** Whether the contract states a release date that counts, and none stood there that did. */
export function releasedNow({ before, after }: PromisedPair): boolean {
  const releaseOf = (contract: Contract | null) => statedRelease(contract?.promises ?? null);
  return releaseOf(after) !== null && releaseOf(before) === null;
}

/** Whether readers of a version below are supported for as long as this one's release says. */
function endsSupport(view: Contract, facts: SupportFacts): boolean {
  const { key, version } = versionOf(view, facts.patterns);
  const family = familiesOf(facts.believed.views, facts.patterns).get(key) ?? [];
  return family.some((other) => other.version < version && isPublished(other.view, facts));
}
