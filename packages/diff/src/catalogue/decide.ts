import type { Change, ChangeKind } from "../change.js";
import type { Finding } from "../finding.js";
import { findingId } from "../finding-id.js";
import type { ChangeRule, Rule, RuleSettings } from "./rule.js";

/** Turns a change into a finding by the one rule that decides it. None or two is a defect of the catalogue and throws. */
export type Decide = (change: Change, settings: RuleSettings) => Finding;

export function decider(rules: readonly Rule[]): Decide {
  const byKind = new Map<ChangeKind, ChangeRule[]>();
  for (const rule of rules) {
    if (rule.kind === "change") byKind.set(rule.on, [...(byKind.get(rule.on) ?? []), rule]);
  }
  return (change, settings) => {
    const deciding = (byKind.get(change.kind) ?? []).filter((rule) => rule.when?.(change) ?? true);
    const [rule, ...others] = deciding;
    if (!rule || others.length > 0) throw new UndecidedChange(change, deciding);
    return findingOf(rule, change, settings);
  };
}

class UndecidedChange extends Error {
  constructor(change: Change, deciding: readonly ChangeRule[]) {
    const rules = deciding.map((rule) => rule.id).join(", ") || "none";
    super(
      `A ${change.kind} change must be decided by exactly one rule, but is by: ${rules}. This is a defect of Schema Gate.`,
    );
    this.name = "UndecidedChange";
  }
}

function findingOf(rule: ChangeRule, change: Change, settings: RuleSettings): Finding {
  const { view, path, before, after, anchor } = change;
  const relation = change.kind === "type-changed" ? { relation: change.relation, lossless: change.lossless } : {};
  return {
    id: findingId(rule.id, view, path, before, after),
    rule: rule.id,
    kind: rule.kind,
    impact: rule.lowered?.(change, settings) ?? rule.impact,
    action: rule.action ?? null,
    view,
    path,
    before,
    after,
    ...relation,
    breaks: rule.breaks,
    message: rule.message(change),
    remedy: typeof rule.remedy === "string" ? rule.remedy : rule.remedy(change),
    witness: rule.witness(change),
    anchor,
  };
}
