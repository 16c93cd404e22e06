import type { Change, ChangeKind } from "../change.js";
import type { Finding, Impact, ReaderCategory } from "../finding.js";
import { findingId } from "../finding-id.js";
import type { ChangeRule, ComparisonRule, PolicyChangeRule, RuleSettings } from "./rule.js";

/** Turns a change into a finding by the one rule that decides it. None or two is a defect of the catalogue and throws. */
export type Decide = (change: Change, settings: RuleSettings) => Finding;

type DecidingRule = ChangeRule | PolicyChangeRule;

export function decider(rules: readonly ComparisonRule[]): Decide {
  const byKind = new Map<ChangeKind, DecidingRule[]>();
  for (const rule of rules) {
    if (rule.kind !== "gate") byKind.set(rule.on, [...(byKind.get(rule.on) ?? []), rule]);
  }
  return (change, settings) => {
    const deciding = (byKind.get(change.kind) ?? []).filter((rule) => rule.when?.(change) ?? true);
    const [rule, ...others] = deciding;
    if (!rule || others.length > 0) throw new UndecidedChange(change, deciding);
    return findingOf(rule, change, settings);
  };
}

class UndecidedChange extends Error {
  constructor(change: Change, deciding: readonly DecidingRule[]) {
    const rules = deciding.map((rule) => rule.id).join(", ") || "none";
    super(
      `A ${change.kind} change must be decided by exactly one rule, but is by: ${rules}. This is a defect of Schema Gate.`,
    );
    this.name = "UndecidedChange";
  }
}

function findingOf(rule: DecidingRule, change: Change, settings: RuleSettings): Finding {
  const { view, path, before, after, anchor } = change;
  const relation = change.kind === "type-changed" ? { relation: change.relation, lossless: change.lossless } : {};
  const impact = rule.kind === "policy" ? null : (rule.lowered?.(change, settings) ?? rule.impact);
  return {
    id: findingId(rule.id, view, path, before, after),
    rule: rule.id,
    kind: rule.kind,
    impact,
    action: rule.kind === "policy" ? null : (rule.action ?? null),
    view,
    path,
    before,
    after,
    ...relation,
    breaks: brokenBy(rule, impact),
    message: rule.message(change),
    remedy: remedyFor(rule, change, impact),
    witness: rule.kind === "policy" ? null : rule.witness(change),
    anchor,
  };
}

/** What a rule lowers to additive leaves rows and their time as promised; what it lowers to neutral breaks nobody. */
function brokenBy(rule: DecidingRule, impact: Impact | null): readonly ReaderCategory[] {
  if (impact === rule.impact || impact === "risky") return rule.breaks;
  if (impact === "neutral") return [];
  return rule.breaks.filter((category) => category !== "row-count" && category !== "timeliness");
}

function remedyFor(rule: DecidingRule, change: Change, impact: Impact | null): string {
  if (impact === "neutral" && rule.impact !== impact) return "Nothing to do.";
  return typeof rule.remedy === "string" ? rule.remedy : rule.remedy(change);
}
