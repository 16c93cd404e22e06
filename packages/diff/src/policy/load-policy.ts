import type { PolicyStateRule, Rule } from "../catalogue/rule.js";
import type { Finding } from "../finding.js";
import { loadLiveJudge } from "../live/load-live-judge.js";
import { rules } from "../rules.generated.js";
import type { judgeJobs } from "./judge-jobs.js";
import type { JudgeState } from "./judge-state.js";
import type { judgeEdit, judgeView } from "./judge-view.js";

/** The policy on things as they stand. */
export interface StatePolicy {
  readonly stateRules: readonly PolicyStateRule[];
  readonly judgeState: JudgeState;
  readonly judgeView: typeof judgeView;
  readonly judgeJobs: typeof judgeJobs;
  readonly judgeEdit: typeof judgeEdit;
  readonly broughtIn: (before: readonly Finding[], after: readonly Finding[]) => Finding[];
}

/** The rules on states. Most comparisons have no use for them and start without. */
export async function loadStatePolicy(): Promise<StatePolicy> {
  return import("./state-policy.js");
}

/** The whole catalogue, by id. */
export async function loadRules(): Promise<readonly Rule[]> {
  const [{ stateRules }, { liveRules }] = await Promise.all([loadStatePolicy(), loadLiveJudge()]);
  return [...rules, ...stateRules, ...liveRules].sort((one, other) => (one.id < other.id ? -1 : 1));
}
