import { millisecondsOf, promisePath } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { fact } from "../detect/facts.js";
import { type MeasuredPromises, promiseFacts } from "./measured-promises.js";

/** Rows come in lumps, and go in lumps: the oldest may be this share of the promised time younger than promised. */
const SLACK = 0.1;

/**
 * Promises of retention whose oldest row does not go back as far as it must: the promised time, or to where the view began
 * if that is later. It began with the oldest row ever seen, or the day it was released, whichever is earlier.
 */
export function brokenRetention({ promises, measured, state }: MeasuredPromises): Change[] {
  return promises.retention.flatMap(({ element, text, value }) => {
    const path = promisePath("retention", element);
    const oldest = measured.oldest[path];
    if (!oldest) return [];
    const seen = state.earlier?.oldestEver[path];
    const began = earliest(seen, promises.released);
    const from = Math.max(
      ...[began, value === "unlimited" ? undefined : measured.at - millisecondsOf(value)].filter(isKnown),
    );
    // Nothing tells how far back an unlimited promise goes when nobody has looked before; and a view that never held a row breaks none.
    if (!Number.isFinite(from) || (oldest.time === null && seen === undefined)) return [];
    const promised = measured.at - from;
    const reach = oldest.time === null ? null : measured.at - oldest.time;
    if (reach !== null && reach >= promised * (1 - SLACK)) return [];
    const rest = { path, before: text, after: null, covers: [], column: oldest.column, reach, promised };
    return [fact("retention-missed", promiseFacts(state, path), rest)];
  });
}

function earliest(seen: number | undefined, released: string | null): number | undefined {
  const known = [seen, released === null ? undefined : Date.parse(released)].filter(isKnown);
  return known.length === 0 ? undefined : Math.min(...known);
}

function isKnown(time: number | undefined): time is number {
  return time !== undefined;
}
