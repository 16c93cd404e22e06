import { compareDates, type Promises, promisePath } from "@schema-gate/contract";
import type { Change, StakeholderStep } from "../change.js";
import { type Facts, fact } from "./facts.js";
import { promisePointer } from "./path.js";
import type { PromisePart } from "./promise-parts.js";
import { shownStakeholder } from "./shown-stakeholder.js";
import { statusChange } from "./status-change.js";

/** A promise that differs, as either side has it, with what every fact about it says. */
export interface DifferingPart {
  readonly was: PromisePart | undefined;
  readonly now: PromisePart | undefined;
  readonly shared: Pick<Change, "path" | "before" | "after" | "covers">;
}

/** A change of what softens the judgement on a version; `null` where the promise is none of these or is merely stated. */
export function softeningChange(
  { was, now, shared }: DifferingPart,
  sides: { readonly before: Promises; readonly after: Promises },
  facts: Facts,
): Change | null {
  const promise = (now ?? was)?.promise;
  if (promise === "stakeholders") {
    // A team more keeps a view longer, but not one that is said to be ready where nobody had been asked.
    const isFirst = sides.before.stakeholders.length === 0;
    if (!was) return isFirst && now && readyOf(now) !== null ? readied(shared, facts) : null;
    return fact("stakeholder-changed", facts, { ...shared, step: stepOf(was, now) });
  }
  if (!was) return null;
  if (promise === "status") return statusChange(sides.before, sides.after, shared, facts);
  if (promise === "released") {
    const isPlan = sides.before.status === "draft" || sides.before.status === "proposed";
    // Without a date the day counts on which the version first stood there, which may be long ago.
    return fact("release-moved", facts, { ...shared, isEarlier: isEarlier(was, now) ?? true, isPlan });
  }
  if (promise !== "endOfSupport") return null;
  // Support that is to end at no stated time may end at any, unless the version is to go on.
  const ends = isEarlier(was, now) ?? sides.after.status !== "active";
  return fact("support-end-moved", facts, { ...shared, isEarlier: ends });
}

/** The teams that a contract which is new says to be ready: nobody had been asked before. */
export function readyAtOnce(after: Promises, facts: Facts): Change[] {
  return after.stakeholders.flatMap((stakeholder) => {
    if (stakeholder.ready === null) return [];
    const path = promisePath("stakeholders", stakeholder.team);
    const shared = { path, before: null, after: shownStakeholder(stakeholder), covers: [promisePointer(path)] };
    return [readied(shared, { ...facts, anchor: { ...facts.anchor, contract: path } })];
  });
}

function readied(shared: DifferingPart["shared"], facts: Facts): Change {
  return fact("stakeholder-changed", facts, { ...shared, step: "readied" });
}

function isEarlier(was: PromisePart, now: PromisePart | undefined): boolean | null {
  return now ? compareDates(now.shown, was.shown) < 0 : null;
}

function stepOf(was: PromisePart, now: PromisePart | undefined): StakeholderStep {
  if (!now) return "removed";
  const [before, after] = [readyOf(was), readyOf(now)];
  return after !== null && (before === null || compareDates(after, before) < 0) ? "readied" : "changed";
}

function readyOf({ shown }: PromisePart): string | null {
  return (JSON.parse(shown) as { ready: string | null }).ready;
}
