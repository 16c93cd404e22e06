import { addPeriod, compareDates, type ViewName } from "@schema-gate/contract";
import type { SupportState } from "../change.js";
import { type Families, versionOf } from "./families.js";

/** What decides whether a removed view was supported for long enough. */
export interface SupportFacts {
  /** All views of the base tip: a successor counts only if it stood there. */
  readonly families: Families;
  readonly patterns: readonly string[];
  readonly isPublic: (view: ViewName) => boolean;
  /** How long a version is supported after its successor's release, such as `P3M`. */
  readonly supportWindow: string;
  /** Today, `2026-11-22`. */
  readonly asOf: string;
  /** The day a view first stood on the base branch, or `null` where that is not known. */
  readonly releasedOn: (view: ViewName) => string | null;
}

/** Whether a view that was removed might go. Support lasts to the end of the last day of the window, UTC. */
export function supportState(view: ViewName, facts: SupportFacts): SupportState {
  if (!facts.isPublic(view)) return { kind: "unpublished" };
  const successor = successorOf(view, facts.families, facts.patterns);
  if (!successor) return { kind: "no-successor" };
  const released = facts.releasedOn(successor.view);
  if (released === null) return { kind: "running", successor: successor.label, until: null };
  const until = addPeriod(released, facts.supportWindow);
  return { kind: compareDates(facts.asOf, until) > 0 ? "ended" : "running", successor: successor.label, until };
}

/** The lowest version above the view's own: the one its readers were first asked to move to. */
export function successorOf(view: ViewName, families: Families, patterns: readonly string[]) {
  const { key, version } = versionOf(view, patterns);
  return [...(families.get(key) ?? [])]
    .filter((other) => other.version > version)
    .sort((one, other) => one.version - other.version)[0];
}
