import { type ViewName, viewLabel } from "@schema-gate/contract";
import type { VersionPlace } from "../change.js";
import { type Families, type Version, versionOf } from "./families.js";

/** Where added views stand in their families. */
export interface AddedVersions {
  readonly placeOf: (view: ViewName) => Exclude<VersionPlace, "same-structure">;
  /** The version right before an added one, whose columns it is compared with. */
  readonly predecessorOf: (view: ViewName) => ViewName | null;
}

/** `before` and `after` hold each side's whole families of the added views. */
export function addedVersions(
  before: Families,
  after: Families,
  { patterns, isAdoption }: { readonly patterns: readonly string[]; readonly isAdoption: boolean },
): AddedVersions {
  return {
    placeOf: (view) => {
      const { key, version } = versionOf(view, patterns);
      if (isAdoption) return "in-order";
      return place(version, before.get(key) ?? [], after.get(key) ?? []);
    },
    predecessorOf: (view) => {
      const { key, version } = versionOf(view, patterns);
      const found = (after.get(key) ?? []).find(
        (other) => other.version === version - 1 && other.label !== viewLabel(view),
      );
      return found?.view ?? null;
    },
  };
}

function place(
  version: number,
  before: readonly Version[],
  after: readonly Version[],
): Exclude<VersionPlace, "same-structure"> {
  const hasVersionBefore = after.some((other) => other.version === version - 1);
  if (before.length === 0) return version === 1 || hasVersionBefore ? "in-order" : "late-start";
  if (before.some((other) => other.version > version || takesNumber(other, version))) return "not-highest";
  return hasVersionBefore || before.some((other) => other.version >= version - 1) ? "in-order" : "skipping";
}

/** Whether a name that says its number says this one: `tasks_v02` leaves no 2. A name without any is left for `_v1`. */
function takesNumber({ view, version }: Version, number: number): boolean {
  return version === number && /[0-9]$/.test(view.name);
}
