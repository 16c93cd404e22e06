import type { Change } from "../change.js";
import type { Impact } from "../finding.js";
import type { Milder, RuleSettings } from "./rule.js";

/** When a loosened promise of time is only risky, in words. */
export const slightlyLooser: readonly Milder[] = [
  { impact: "risky", when: "it got looser by less than the bound in the configuration (twice, by default)" },
];

/** A promise that got a little looser may be one nobody relies on to the minute; from the bound on it breaks. */
export function lessLoose({ factor }: Change<"time-promise-changed">, settings: RuleSettings): Impact | null {
  return factor < settings.loosenedFactor ? "risky" : null;
}

/** Whether readers were promised more before. */
export function isLooser({ factor }: Change<"time-promise-changed">): boolean {
  return factor > 1;
}
