import type { Duration } from "./duration.js";
import { DAY, knownUnits, unitOf } from "./units.js";

/** No promise of ours reaches further; past it days could no longer be counted exactly. */
const MOST_DAYS = 3_652_500;

/**
 * Reads a length of time: `1 h`, `60 min`, `PT1H`, `1 business day`, or a number with the unit beside it, as ODCS writes
 * them. Returns a sentence part that says what is wrong where it is none.
 */
export function parseDuration(value: string | number, unit: string | null): Duration | string {
  const text = String(value).trim();
  if (/^P/i.test(text))
    return unit === null ? withinReach(parseIso(text)) : "has its units in the value; leave unit out";
  const match = /^(\d{1,12}(?:\.\d{1,6})?)\s*(\D.*)?$/s.exec(text);
  const [, count, written] = match ?? [];
  if (count === undefined) return `is no length of time; write one like 1 h, 30 min, 2 days or PT1H`;
  if (written !== undefined && unit !== null) return "has a unit in the value already; leave unit out";
  const word = (written ?? unit)?.trim();
  if (word === undefined || word === "") return `has no unit; write one of ${knownUnits.join(", ")}`;
  const one = unitOf(word);
  if (one === null) return explainUnit(word);
  return withinReach(multiply(one, Number(count)));
}

function explainUnit(word: string): string {
  if (word.toLowerCase() === "m") return "has the unit m, which may be minutes or months; write min or month";
  return `has the unit ${JSON.stringify(word.slice(0, 40))}, which is none of ${knownUnits.join(", ")}`;
}

function multiply(one: Duration, count: number): Duration | string {
  if (one.milliseconds === 0 && !Number.isInteger(count)) return "must be a whole number of these units";
  // What is less than a millisecond is lost: no promise is that exact.
  const milliseconds = Math.round(one.milliseconds * count);
  return { months: one.months * count, businessDays: one.businessDays * count, milliseconds };
}

const isoPattern =
  /^P(?=\d|T\d)(?:(\d{1,6})Y)?(?:(\d{1,7})M)?(?:(\d{1,7})W)?(?:(\d{1,8})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,10})M)?(?:(\d{1,12}(?:\.\d{1,3})?)S)?)?$/;

function parseIso(text: string): Duration | string {
  const match = isoPattern.exec(text);
  if (match === null) return "is no ISO 8601 duration; write one like PT1H, P1D or P3M";
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  const milliseconds = (weeks * 7 + days) * DAY + Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
  return { months: years * 12 + months, businessDays: 0, milliseconds };
}

function withinReach(duration: Duration | string): Duration | string {
  if (typeof duration === "string") return duration;
  const days = duration.months * 31 + duration.businessDays * 3 + duration.milliseconds / DAY;
  return days <= MOST_DAYS ? duration : "is longer than ten thousand years";
}
