import { Cron } from "croner";
import { longestMillisecondsOf } from "./compare-durations.js";
import { parseDuration } from "./parse-duration.js";
import { DAY } from "./units.js";

/** A year without a leap day; which one does not matter to a schedule that repeats. */
const START = Date.UTC(2025, 0, 1);
const YEAR = 365 * DAY;
const HOUR = DAY / 24;

/**
 * The longest time between two runs over a year in UTC, in milliseconds, of a cron expression with five fields
 * (`0 * * * *`) or of an interval (`1 h`, or 1 with the unit beside it). Returns a sentence part where it is neither.
 */
export function longestGap(value: string | number, unit: string | null): number | string {
  const text = String(value).trim();
  const fields = text.split(/\s+/);
  if (unit === null && (fields.length >= 5 || /[*@]/.test(text))) return longestGapOfCron(text);
  const interval = parseDuration(value, unit);
  if (typeof interval === "string") return interval;
  const gap = longestMillisecondsOf(interval);
  return gap > 0 ? gap : "must be more than nothing";
}

const nicknames: Readonly<Record<string, string>> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@hourly": "0 * * * *",
};

function longestGapOfCron(text: string): number | string {
  const fields = (nicknames[text.toLowerCase()] ?? text).split(/\s+/);
  const [minute, hour, ...day] = fields;
  // The library reads more than cron does, `?` as the moment it is asked at.
  if (fields.length !== 5 || !fields.every((field) => /^[\w*,/#-]+$/.test(field))) {
    return "is no cron expression; write five fields like 0 6 * * *";
  }
  try {
    const minutes = runs(`${minute} * * * *`, (run) => run >= START + HOUR);
    const hours = runs(`0 ${hour} * * *`, (run) => run >= START + DAY);
    const times = hours.flatMap((time) => minutes.map((past) => time + past - 2 * START));
    return gapBetween(times, day.every((field) => field === "*") ? [0, DAY] : daysOfAYear(`0 0 ${day.join(" ")}`));
  } catch (error) {
    return `is no cron expression: ${(error as Error).message}`;
  }
}

/** A run at each time of each day: within a day, or from the last of one day to the first of the next. */
function gapBetween(times: readonly number[], days: readonly number[]): number | string {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || days.length < 2) return "never runs";
  return Math.max(longestStep(times), longestStep(days) - last + first);
}

function longestStep(moments: readonly number[]): number {
  let longest = 0;
  for (let at = 1; at < moments.length; at++) longest = Math.max(longest, (moments[at] ?? 0) - (moments[at - 1] ?? 0));
  return longest;
}

/** The days it runs on, from the first to the one that closes the year after it: 29 February comes again four years on. */
function daysOfAYear(pattern: string): number[] {
  const closed = (run: number, found: readonly number[]) =>
    found.length > 1 && (found.at(-1) ?? run) - (found[0] ?? run) >= YEAR;
  return runs(pattern, closed);
}

/** The runs from the start on, up to the first that is past what is wanted. */
function runs(pattern: string, isPast: (run: number, found: readonly number[]) => boolean): number[] {
  const cron = new Cron(pattern, { utcOffset: 0, paused: true });
  const found: number[] = [];
  // A run at the very start counts, and the library looks only past the moment it is given.
  for (let run = cron.nextRun(new Date(START - 1)); run !== null; run = cron.nextRun(run)) {
    if (isPast(run.getTime(), found)) break;
    found.push(run.getTime());
  }
  return found;
}
