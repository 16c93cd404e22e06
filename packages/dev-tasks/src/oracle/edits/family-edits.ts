import type { PlannedCase, PlannedViews } from "../plan/plan-case.js";
import type { PlannedView } from "../plan/planned-view.js";

type Family = Pick<PlannedCase, "main" | "before" | "after"> & Partial<Pick<PlannedCase, "released">>;

const longAgo = "2025-06-01";
const lately = "2026-11-01";

function added(main: string, view: PlannedView, more: PlannedViews): Family {
  return { main, before: { [main]: view }, after: { [main]: view, ...more } };
}

function withoutLast(view: PlannedView): PlannedView {
  return view.columns.length < 2 ? view : { ...view, columns: view.columns.slice(0, -1) };
}

/** What may happen to the versions of a family; `name` is its name, `view` any version of it. */
export const familyEdits = {
  removeView: (name, view) => {
    const main = `{schema}.${name}_v1`;
    return { main, before: { [main]: view }, after: {} };
  },
  removeTooEarly: (name, view) => {
    const [main, next] = [`{schema}.${name}_v1`, `{schema}.${name}_v2`];
    return { main, before: { [main]: view, [next]: view }, after: { [next]: view }, released: { [next]: lately } };
  },
  /** Its readers have moved to the successor. */
  retireVersion: (name, view) => {
    const [gone, main] = [`{schema}.${name}_v1`, `{schema}.${name}_v2`];
    return { main, before: { [gone]: view, [main]: view }, after: { [main]: view }, released: { [main]: longAgo } };
  },
  removeDraft: (name, view) => {
    const [draft, main] = [`{other}.${name}_draft_v1`, `{schema}.${name}_v1`];
    return { main, before: { [draft]: view, [main]: view }, after: { [main]: view } };
  },
  addSameVersion: (name, view) => added(`{schema}.${name}_v1`, view, { [`{schema}.${name}_v2`]: view }),
  addOtherVersion: (name, view) => added(`{schema}.${name}_v1`, view, { [`{schema}.${name}_v2`]: withoutLast(view) }),
  skipVersion: (name, view) => added(`{schema}.${name}_v1`, view, { [`{schema}.${name}_v4`]: view }),
  lowerVersion: (name, view) => added(`{schema}.${name}_v3`, view, { [`{schema}.${name}_v2`]: view }),
  addFamily: (name, view) => added(`{schema}.${name}_v1`, view, { [`{schema}.${name}_new_v1`]: view }),
  misnumberFamily: (name, view) => added(`{schema}.${name}_v1`, view, { [`{schema}.${name}_late_v2`]: view }),
} satisfies Record<string, (name: string, view: PlannedView) => Family>;

export type FamilyEditName = keyof typeof familyEdits;
