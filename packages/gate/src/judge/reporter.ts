import { type Config, type ViewName, viewLabel } from "@schema-gate/contract";
import type { Finding } from "@schema-gate/diff";
import type { ReportFinding } from "@schema-gate/report";
import type { ReadViews, Sides } from "../sides/side.js";
import { decideAction, type FailOn } from "./decide-action.js";
import { locate } from "./locate.js";

/** What decides how findings are reported. */
export interface Reporting extends Sides {
  readonly config: Config;
  readonly failOn: FailOn;
}

/** Makes findings of the comparison into findings of the report. */
export function reporter(given: Reporting, read: ReadViews): (finding: Finding) => ReportFinding {
  const labels = new Map<ViewName | null, string | null>([[null, null]]);
  return (finding) => {
    const { view, relation, lossless, anchor } = finding;
    // A view has a few findings, which share its contract: its label is made once.
    const label = labels.get(view) ?? (view && viewLabel(view));
    labels.set(view, label);
    return {
      id: finding.id,
      rule: finding.rule,
      kind: finding.kind,
      impact: finding.impact,
      action: decideAction(finding, given.config.actions, given.failOn),
      view: label,
      path: finding.path,
      before: finding.before,
      after: finding.after,
      ...(relation === undefined ? {} : { relation }),
      ...(lossless === undefined ? {} : { lossless }),
      breaks: finding.breaks,
      message: finding.message,
      remedy: finding.remedy,
      witness: finding.witness,
      location: anchor && locate(given, read, label, anchor),
      readers: [],
      waiver: null,
    };
  };
}
