import type { Duration } from "./duration.js";
import { DAY } from "./units.js";

/** Months after which the calendar repeats: every length a span of months can have lies within one such cycle. */
const CYCLE = 4800;

/** Negative, zero or positive as `left` is shorter than, as long as or longer than `right`. */
export function compareDurations(left: Duration, right: Duration): number {
  return millisecondsOf(left) - millisecondsOf(right);
}

/** How many times as long `left` is as `right`; infinite against nothing at all, 1 for two nothings. */
export function durationRatio(left: Duration, right: Duration): number {
  // A year is four quarters exactly, though their shortest lengths are not.
  if (isCalendar(left) && isCalendar(right)) return left.months / right.months;
  // Two business days are one twice, though a weekend lies in either only once.
  if (isBusiness(left) && isBusiness(right)) return left.businessDays / right.businessDays;
  const [over, under] = [millisecondsOf(left), millisecondsOf(right)];
  return over === under ? 1 : over / under;
}

/**
 * The length of a duration in milliseconds, months at their shortest: one month is 28 days, three are 89, a year 365. A
 * business day is 72 hours, since it may begin on a Friday; more of them take a weekend for every five begun.
 */
export function millisecondsOf({ months, businessDays, milliseconds }: Duration): number {
  const days = daysOf(months, "shortest") + businessDays + 2 * Math.ceil(businessDays / 5);
  return days * DAY + milliseconds;
}

/** The same with months at their longest: how far two runs can lie apart. */
export function longestMillisecondsOf(duration: Duration): number {
  return millisecondsOf({ ...duration, months: 0 }) + daysOf(duration.months, "longest") * DAY;
}

function isCalendar({ months, businessDays, milliseconds }: Duration): boolean {
  return months > 0 && businessDays === 0 && milliseconds === 0;
}

function isBusiness({ months, businessDays, milliseconds }: Duration): boolean {
  return businessDays > 0 && months === 0 && milliseconds === 0;
}

/** Going through the whole calendar takes a while, and few lengths are ever asked for. */
const known = { shortest: new Map<number, number>(), longest: new Map<number, number>() };

function daysOf(months: number, which: "shortest" | "longest"): number {
  if (months === 0) return 0;
  const days = known[which].get(months) ?? countDays(months, which);
  known[which].set(months, days);
  return days;
}

function countDays(months: number, which: "shortest" | "longest"): number {
  let found = which === "shortest" ? Number.POSITIVE_INFINITY : 0;
  for (let start = 0; start < CYCLE; start++) {
    const days = (Date.UTC(1600, start + months, 1) - Date.UTC(1600, start, 1)) / DAY;
    found = which === "shortest" ? Math.min(found, days) : Math.max(found, days);
  }
  return found;
}
