import type { ChangeRule } from "../catalogue/rule.js";
import type { judgeLive } from "./judge-live.js";

/** The rules on live Trino, and how it is judged by them. */
export interface LiveJudge {
  readonly liveRules: readonly ChangeRule[];
  readonly judgeLive: typeof judgeLive;
}

/** Comparisons of files have no use for it and start without. */
export async function loadLiveJudge(): Promise<LiveJudge> {
  return import("./live-judge.js");
}
