import { compareDurations, type Duration, type ViewUse } from "@schema-gate/contract";

const MINUTE = 60_000;
const limit = (text: string, milliseconds: number, businessDays = 0) => ({
  text,
  duration: { months: 0, businessDays, milliseconds },
});

/** How old data may be for what a view is made for, in the words of the policy; realtime data belongs in an API. */
const limits = {
  "human-scale": limit("30 min", 30 * MINUTE),
  "semi-realtime": limit("3 h", 3 * 60 * MINUTE),
  analytical: limit("1 business day", 0, 1),
  report: limit("1 week", 7 * 24 * 60 * MINUTE),
} as const;

/** The limit that a promised latency exceeds, as the policy words it; `null` where it keeps to the guidance. */
export function exceededLimit(latency: Duration, use: ViewUse | null): string | null {
  if (use === null || use === "realtime") return null;
  const { text, duration } = limits[use];
  return compareDurations(latency, duration) > 0 ? text : null;
}
