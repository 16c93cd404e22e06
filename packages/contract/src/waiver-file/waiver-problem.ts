import { addPeriod, compareDates } from "../calendar.js";
import type { Waiver } from "./waiver-schema.js";

/** Why a waiver does not hold on the day `asOf`, in a sentence, or `null` when it does. It holds through the day it ends. */
export function waiverProblem({ ends }: Waiver, asOf: string): string | null {
  if (compareDates(ends, asOf) < 0) return `It ended on ${ends}.`;
  const latest = addPeriod(asOf, "P1Y");
  return compareDates(ends, latest) > 0 ? `It ends on ${ends}; a waiver may end ${latest} at the latest.` : null;
}
