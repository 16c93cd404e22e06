import type { PolicyStateRule } from "../catalogue/rule.js";
import type { Anchor, Finding } from "../finding.js";
import { findingId } from "../finding-id.js";
import { stateRules } from "../state-rules.generated.js";
import type { Shortcoming, StateFacts, StateSubject } from "./state-facts.js";

/** What the policy finds in one thing as it stands on one side; see `StateFacts` for what can be asked about. */
export type JudgeState = <S extends StateSubject>(subject: S, facts: StateFacts[S], side: Anchor["side"]) => Finding[];

/** Judges by all rules of the catalogue on that subject. */
export const judgeState: JudgeState = (subject, facts, side) => judgeBy(stateRules, subject, facts, side);

/** Judges by some rules; those on other subjects are passed over. */
export function judgeBy<S extends StateSubject>(
  rules: readonly PolicyStateRule[],
  subject: S,
  facts: StateFacts[S],
  side: Anchor["side"],
): Finding[] {
  return rules.filter(looksAt(subject)).flatMap((rule) => {
    return rule.find(facts).map((shortcoming) => findingOf(rule, shortcoming, facts.view, side));
  });
}

function looksAt<S extends StateSubject>(subject: S) {
  return (rule: PolicyStateRule): rule is PolicyStateRule & PolicyStateRule<S> => rule.subject === subject;
}

function findingOf(
  rule: Pick<PolicyStateRule, "id" | "remedy" | "waivable">,
  { path, found, message, contract = path, place }: Shortcoming,
  view: Finding["view"],
  side: Anchor["side"],
): Finding {
  return {
    id: findingId(rule.id, view, path, null, found),
    rule: rule.id,
    kind: "policy",
    impact: null,
    action: null,
    view,
    path,
    before: null,
    after: found,
    breaks: [],
    message,
    remedy: rule.remedy,
    witness: null,
    anchor: { side, column: null, ...(contract !== null && { contract }), ...(place && { place }) },
    ...(rule.waivable ? {} : { waivable: false }),
  };
}

/** What a change brought in: what the side before fell short of in the same place is not its doing. */
export function broughtIn(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = new Set(before.map(placeOf));
  return after.filter((finding) => !known.has(placeOf(finding)));
}

function placeOf({ rule, view, path }: Finding): string {
  return JSON.stringify([rule, view && [view.catalog, view.schema, view.name], path]);
}
