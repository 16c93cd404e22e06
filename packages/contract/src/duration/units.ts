import type { Duration } from "./duration.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A day as a clock measures it, in milliseconds. */
export const DAY = 24 * HOUR;

const none: Duration = { months: 0, businessDays: 0, milliseconds: 0 };
const clock = (milliseconds: number): Duration => ({ ...none, milliseconds });
const calendar = (months: number): Duration => ({ ...none, months });
const businessDay: Duration = { ...none, businessDays: 1 };

/** What one of each unit is, under every spelling that is read. `m` is not among them: minute or month. */
const units: Readonly<Record<string, Duration>> = Object.assign(Object.create(null), {
  ...spelled(["ms", "millisecond", "milliseconds"], clock(1)),
  ...spelled(["s", "sec", "secs", "second", "seconds"], clock(SECOND)),
  ...spelled(["min", "mins", "minute", "minutes"], clock(MINUTE)),
  ...spelled(["h", "hr", "hrs", "hour", "hours"], clock(HOUR)),
  ...spelled(["d", "day", "days"], clock(DAY)),
  ...spelled(["w", "wk", "week", "weeks"], clock(7 * DAY)),
  ...spelled(["bd", "businessday", "businessdays"], businessDay),
  ...spelled(["mo", "mon", "month", "months"], calendar(1)),
  ...spelled(["q", "quarter", "quarters"], calendar(3)),
  ...spelled(["y", "yr", "yrs", "year", "years"], calendar(12)),
});

/** What one of a unit is; `null` for a word that is no unit. Letter case, spaces, `-` and `_` do not count: `business day`. */
export function unitOf(word: string): Duration | null {
  return units[word.toLowerCase().replaceAll(/[-_\s]/g, "")] ?? null;
}

/** The spellings people are told about. */
export const knownUnits = ["s", "min", "h", "d", "week", "business day", "month", "quarter", "year"] as const;

function spelled(words: readonly string[], unit: Duration): Readonly<Record<string, Duration>> {
  return Object.fromEntries(words.map((word) => [word, unit]));
}
