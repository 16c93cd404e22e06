import type { Observation } from "../play/observation.js";
import { findingsOf } from "./judge.js";
import type { Judged } from "./tally.js";

export function judgeAll(observations: readonly Observation[]): Judged[] {
  return observations.map((observation) => ({ observation, findings: findingsOf(observation) }));
}
