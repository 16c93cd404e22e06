import { decider } from "../catalogue/decide.js";
import type { RuleSettings } from "../catalogue/rule.js";
import type { Change } from "../change.js";
import type { Finding } from "../finding.js";
import { liveRules } from "../live-rules.generated.js";
import { brokenPromises } from "./broken-promises.js";
import type { LiveState } from "./live-state.js";
import { liveStructure } from "./live-structure.js";

const decide = decider(liveRules);

/**
 * What is found of one view beyond the columns it shows: whether it can still be used, is declared and delivered, what its
 * SQL yields by now, and whether its rows keep what its contract promises.
 */
export function judgeLive(state: LiveState, settings: RuleSettings): Finding[] {
  return liveChanges(state).map((change) => decide(change, settings));
}

function liveChanges(state: LiveState): Change[] {
  return [...liveStructure(state), ...brokenPromises(state)];
}
