import type { Counts } from "../report.js";

const order = ["breaking", "risky", "additive", "neutral", "policy", "gate", "waived"] as const;

/** `1 breaking, 2 additive, 1 waived`: what there is, and `nothing` otherwise. */
export function countsPhrase(counts: Counts): string {
  const present = order.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`);
  return present.length === 0 ? "nothing" : present.join(", ");
}
