import type { ConfiguredActions } from "@schema-gate/contract";
import type { Action, Finding } from "@schema-gate/diff";

/** From the weakest to the strongest. */
const STRENGTH: readonly Action[] = ["allow", "warn", "acknowledge", "block"];

/** The stronger of two actions. */
export function stronger(one: Action, other: Action): Action {
  return STRENGTH.indexOf(one) >= STRENGTH.indexOf(other) ? one : other;
}

function weaker(one: Action, other: Action): Action {
  return stronger(one, other) === one ? other : one;
}

/** Which impacts block whatever the configuration says (`--fail-on`); `null` leaves it to the configuration. */
export type FailOn = "breaking" | "risky" | null;

/**
 * What the gate does about a finding. What the policy allows no exception from blocks, whatever the configuration says. A rule may ask for more than its impact gets, and asks for `warn` only where nobody
 * was promised anything: then it gets no more than that.
 */
export function decideAction(
  { kind, impact, action: asked, waivable }: Pick<Finding, "kind" | "impact" | "action" | "waivable">,
  actions: ConfiguredActions,
  failOn: FailOn,
): Action {
  if (waivable === false) return "block";
  const configured = actions[impact ?? (kind === "policy" ? "policy" : "gate")];
  const fails = failOn !== null && (impact === "breaking" || impact === failOn);
  const tightened = fails ? "block" : configured;
  if (asked === null) return tightened;
  return asked === "warn" ? weaker(tightened, asked) : stronger(tightened, asked);
}
