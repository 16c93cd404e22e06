import { type ViewName, viewLabel } from "@schema-gate/contract";
import { findingId, rules } from "@schema-gate/diff";
import type { ReportFinding } from "@schema-gate/report";

/** What a rule of kind `gate` found; `path` tells two findings of one rule apart. */
export interface GateFact {
  readonly path: string;
  readonly message: string;
  readonly action: ReportFinding["action"];
  readonly location: ReportFinding["location"];
  /** The view it is about, if it is about one. */
  readonly view?: ViewName;
  /** What is promised there, or the content ids of what it is about: a waiver must not excuse the next of its kind. */
  readonly before?: string;
  readonly after?: string;
}

/** A finding about the gate's own working, by the rule of the catalogue with this id. */
export function gateFinding(ruleId: string, fact: GateFact): ReportFinding {
  const { path, message, action, location, view = null, before = null, after = null } = fact;
  const rule = rules.find(({ id }) => id === ruleId);
  if (rule?.kind !== "gate")
    throw new Error(`The catalogue has no gate rule ${ruleId}. This is a defect of Schema Gate.`);
  return {
    id: findingId(ruleId, view, path, before, after),
    rule: ruleId,
    kind: "gate",
    impact: null,
    action,
    view: view && viewLabel(view),
    path,
    before,
    after,
    breaks: [],
    message,
    remedy: rule.remedy,
    witness: null,
    location,
    readers: [],
    waiver: null,
  };
}
