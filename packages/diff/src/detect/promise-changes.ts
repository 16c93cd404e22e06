import { type Contract, durationRatio, type PromiseName, type Promises } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { descriptionFact } from "./description-fact.js";
import { type Facts, fact } from "./facts.js";
import { promisePointer } from "./path.js";
import type { PromisePart } from "./promise-parts.js";
import { sharedPromises } from "./shared-promises.js";
import { softeningChange } from "./softening-changes.js";

/** A promise that both sides have, or only one; never none. */
interface PartPair {
  readonly path: string;
  readonly was: PromisePart | undefined;
  readonly now: PromisePart | undefined;
}

/** What every fact about a promise says. */
interface Shared {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly covers: readonly string[];
}

/** What differs between the promises of two contract files of one view; nothing where one of them is a snapshot. */
export function promiseChanges(before: Contract, after: Contract, facts: Facts): Change[] {
  const parts = sharedPromises(before, after);
  if (!parts || !before.promises || !after.promises) return [];
  const sides = { before: before.promises, after: after.promises };
  return [...new Set([...parts.before.keys(), ...parts.after.keys()])].flatMap((path) => {
    const pair = { path, was: parts.before.get(path), now: parts.after.get(path) };
    return pair.was?.meaning === pair.now?.meaning ? [] : [promiseChange(pair, sides, facts)];
  });
}

function promiseChange(
  { path, was, now }: PartPair,
  sides: { readonly before: Promises; readonly after: Promises },
  facts: Facts,
): Change {
  const promise = (now ?? was)?.promise;
  if (promise === undefined) throw new Error(`no promise at ${path}`);
  const shared = { path, before: was?.shown ?? null, after: now?.shown ?? null, covers: [promisePointer(path)] };
  if (promise === "field") return descriptionFact(shared, path, facts);
  if (promise === "granularity") return descriptionFact(shared, "The grain in words", facts);
  const softening = softeningChange({ was, now, shared }, sides, facts);
  if (softening) return softening;
  if (!was) return fact("promise-stated", facts, { ...shared, promise });
  if (promise === "latency" || promise === "frequency" || promise === "retention") {
    const factor = now ? loosening(promise, was, now) : Number.POSITIVE_INFINITY;
    return fact("time-promise-changed", facts, { ...shared, promise, factor });
  }
  return now ? statedChange(promise, { shared, was, now }, facts) : lostChange(promise, shared, facts);
}

/** How many times looser a promise of time got; less than 1 where it got tighter. */
function loosening(promise: "latency" | "frequency" | "retention", was: PromisePart, now: PromisePart): number {
  if (was.time === "unlimited" || was.time === undefined) return Number.POSITIVE_INFINITY;
  if (now.time === "unlimited" || now.time === undefined) return 0;
  // Twice as many months are twice as long, though their longest gaps are not.
  if (was.months && now.months) return now.months / was.months;
  // Data may come later, or reach less far back: the reverse of each other.
  return promise === "retention" ? durationRatio(was.time, now.time) : durationRatio(now.time, was.time);
}

/** A promise that both sides have, and otherwise. */
function statedChange(
  promise: PromiseName,
  { shared, was, now }: { readonly shared: Shared; readonly was: PromisePart; readonly now: PromisePart },
  facts: Facts,
): Change {
  switch (promise) {
    case "grain":
      return fact("grain-changed", facts, shared);
    case "deletion":
      return fact("deletion-mode-changed", facts, shared);
    case "deletionColumn":
      return fact("deletion-column-changed", facts, shared);
    case "owner":
      return fact("owner-changed", facts, shared);
    case "support":
      return fact("contact-changed", facts, shared);
    case "documentation":
      return fact("documentation-changed", facts, { ...shared, isLost: losesType(was, now) });
    case "successor":
      return fact("successor-changed", facts, shared);
    default:
      return fact("record-changed", facts, shared);
  }
}

/** A promise that left. Readers relied on some; others only soften what is judged, or record how the view is made. */
function lostChange(promise: PromiseName, shared: Shared, facts: Facts): Change {
  switch (promise) {
    case "grain":
    case "deletion":
    case "deletionColumn":
      return fact("promise-withdrawn", facts, { ...shared, isReliedOn: true });
    case "successor":
      return fact("promise-withdrawn", facts, { ...shared, isReliedOn: false });
    case "owner":
      return fact("owner-changed", facts, shared);
    case "support":
      return fact("contact-changed", facts, shared);
    case "documentation":
      return fact("documentation-changed", facts, { ...shared, isLost: true });
    default:
      return fact("record-changed", facts, shared);
  }
}

/** Whether a kind of record that was there, Alation for one, is there no longer. */
function losesType(was: PromisePart, now: PromisePart): boolean {
  const types = ({ shown }: PromisePart) => (JSON.parse(shown) as { type: string }[]).map(({ type }) => type);
  const left = new Set(types(now));
  return types(was).some((type) => !left.has(type));
}
