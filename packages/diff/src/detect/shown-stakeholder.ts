import type { Stakeholder } from "@schema-gate/contract";

/** What the report prints of a team. */
export function shownStakeholder({ contact, ready }: Stakeholder): string {
  return JSON.stringify({ contact, ready });
}
