import type { Anchor, Finding } from "../finding.js";
import { blankContract } from "./blank-contract.js";
import { broughtIn, judgeState } from "./judge-state.js";
import { type SourceText, sourceState, type TablesRead } from "./source-states.js";
import type { ViewState } from "./state-facts.js";

/** One view of one side, and the SQL that makes it. */
export interface JudgedView {
  readonly state: ViewState;
  readonly texts: readonly SourceText[];
}

/** What a change brought in; `before` is `null` for a view that is new, of which all is. */
export function judgeEdit(before: JudgedView | null, after: JudgedView, tablesRead: TablesRead): Finding[] {
  const now = judgeView(after, tablesRead, "after");
  if (now.length === 0 || before === null) return now;
  const was = judgeView(before, tablesRead, "before");
  const { contract, snapshot } = before.state;
  if (contract !== null || snapshot === null) return broughtIn(was, now);
  // What an unwritten contract does not say was unsaid before: writing it with blanks brings none of them in.
  const unsaid = judgeState("view", { ...before.state, contract: blankContract(snapshot) }, "before");
  return broughtIn([...was, ...unsaid], now);
}

/** What the policy finds in one view as it stands on one side, and in the SQL that makes it. */
export function judgeView({ state, texts }: JudgedView, tablesRead: TablesRead, side: Anchor["side"]): Finding[] {
  const found = judgeState("view", state, side);
  // The SQL of a job and the definition it leads to read the same: what was found in the one is not found again.
  const seen = new Set<string>();
  for (const text of texts) {
    const source = sourceState(state, text, tablesRead);
    const shortcomings = source ? judgeState("source", source, side) : [];
    const fresh = shortcomings.filter(({ rule, after }) => !seen.has(JSON.stringify([rule, after])));
    for (const { rule, after } of fresh) seen.add(JSON.stringify([rule, after]));
    found.push(...fresh);
  }
  return found;
}
