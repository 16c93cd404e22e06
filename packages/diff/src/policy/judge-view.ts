import type { Anchor, Finding } from "../finding.js";
import { blankContract } from "./blank-contract.js";
import { broughtIn, judgeState } from "./judge-state.js";
import { namesWritten } from "./names-written.js";
import { mayReadPrivate, type SourceText, sourceState, type TablesRead } from "./source-states.js";
import type { ViewState } from "./state-facts.js";

/** One view of one side, and the SQL that makes it. */
export interface JudgedView {
  readonly state: ViewState;
  readonly texts: readonly SourceText[];
}

/** What a change brought in; `before` is `null` for a view that is new, of which all is. */
export function judgeEdit(before: JudgedView | null, after: JudgedView, tablesRead: TablesRead): Finding[] {
  if (before === null) return judgeView(after, tablesRead, "after");
  const now = judgeView(lessTextsOf(before, after), tablesRead, "after");
  if (now.length === 0) return now;
  const was = judgeView(lessTextsOf(after, before), tablesRead, "before");
  const { contract, snapshot } = before.state;
  if (contract !== null || snapshot === null) return broughtIn(was, now);
  // What an unwritten contract does not say was unsaid before: writing it with blanks brings none of them in.
  const unsaid = judgeState("view", { ...before.state, contract: blankContract(snapshot) }, "before");
  return broughtIn([...was, ...unsaid], now);
}

/** One side without the texts that stand on the other too: under no contract then and now, they bring nothing in. */
function lessTextsOf(other: JudgedView, { state, texts }: JudgedView): JudgedView {
  if (other.state.contract !== null || state.contract !== null) return { state, texts };
  return { state, texts: texts.filter(({ text }) => other.texts.every((each) => each.text !== text)) };
}

/** What the policy finds in one view as it stands on one side, and in the SQL that makes it. */
export function judgeView({ state, texts }: JudgedView, tablesRead: TablesRead, side: Anchor["side"]): Finding[] {
  const found = judgeState("view", state, side);
  // The SQL of a job and the definition it leads to read the same: what was found in the one is not found again.
  const seen = new Set<string>();
  for (const text of texts) {
    const shortcomings = judgeText(state, text, tablesRead, side);
    const fresh = shortcomings.filter(({ rule, after }) => !seen.has(JSON.stringify([rule, after])));
    for (const { rule, after } of fresh) seen.add(JSON.stringify([rule, after]));
    found.push(...fresh);
  }
  return found;
}

/** Most texts name nothing that the policy keeps private from their view, and are not parsed. */
function judgeText(state: ViewState, text: SourceText, tablesRead: TablesRead, side: Anchor["side"]): Finding[] {
  if (!mayReadPrivate(text, state.config)) return [];
  const judge = (tables: ReturnType<TablesRead>) => judgeState("source", sourceState(state, text, tables), side);
  const written = namesWritten(text.text);
  return written !== null && judge(written).length === 0 ? [] : judge(tablesRead(text.text));
}
