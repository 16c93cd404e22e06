import { UserError } from "./user-error.js";

/** A span of calendar time; months and days stay apart because months have no fixed length. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

/** Whether a text is a day that exists, written `2026-11-22`. */
export function isDate(text: string): boolean {
  return utcDay(text) !== null;
}

/** The period an ISO 8601 text in whole years, months, weeks and days means (`P3M`, `P1Y2M10D`), or `null`. */
export function parsePeriod(text: string): Period | null {
  const match = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/.exec(text);
  if (match === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return { months: years * 12 + months, days: weeks * 7 + days };
}

/**
 * The day a period after `date`, in UTC. Months are counted first and end on the last day of a shorter month:
 * 2026-01-31 and P1M give 2026-02-28.
 */
export function addPeriod(date: string, period: string): string {
  const span = parsePeriod(period);
  if (span === null) throw new UserError("usage", `${JSON.stringify(period)} is not a period; write one like P3M.`);
  const from = new Date(requireDay(date));
  const month = from.getUTCMonth() + span.months;
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), lastOfMonth) + span.days;
  const result = new Date(Date.UTC(from.getUTCFullYear(), month, day)).toISOString();
  // Years past 9999 print with a sign and six digits, which would no longer compare as text.
  if (result.startsWith("+")) throw new UserError("usage", `${date} and ${period} lead past the year 9999.`);
  return result.slice(0, 10);
}

/** Negative, zero or positive as `left` is before, on or after `right`. */
export function compareDates(left: string, right: string): number {
  return requireDay(left) - requireDay(right);
}

/** Whole days from one date to another; negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return compareDates(to, from) / 86_400_000;
}

function requireDay(text: string): number {
  const day = utcDay(text);
  if (day === null) {
    throw new UserError("usage", `${JSON.stringify(text)} is not a date; write one like 2026-11-22.`);
  }
  return day;
}

function utcDay(text: string): number | null {
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const time = Date.UTC(year, month - 1, day);
  // Date.UTC rolls 2026-02-30 over to March; only a day that exists comes back as it was written.
  return new Date(time).toISOString().slice(0, 10) === text ? time : null;
}
