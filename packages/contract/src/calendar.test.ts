import { expect, test } from "@jest/globals";
import { addPeriod, compareDates, daysBetween, isDate, parsePeriod } from "./calendar.js";
import { UserError } from "./user-error.js";

test.each([
  ["2026-11-22", true],
  ["2024-02-29", true],
  ["1000-01-01", true],
  ["2026-02-29", false],
  ["2026-02-30", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-11-31", false],
  ["0099-01-01", false],
  ["2026-1-1", false],
  ["2026-11-22T00:00:00Z", false],
  ["2026-11-22\n", false],
  ["22.11.2026", false],
  ["", false],
])("%j is a date: %j", (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

test.each([
  ["P3M", { months: 3, days: 0 }],
  ["P1Y", { months: 12, days: 0 }],
  ["P2W", { months: 0, days: 14 }],
  ["P1Y2M3W4D", { months: 14, days: 25 }],
  ["P0D", { months: 0, days: 0 }],
  ["P", null],
  ["3M", null],
  ["p3m", null],
  ["P-3M", null],
  ["P1.5M", null],
  ["PT1H", null],
  ["P1D1M", null],
  ["P3M ", null],
  ["P99999999999999999999D", null],
])("the period %j is %j", (text, expected) => {
  expect(parsePeriod(text)).toEqual(expected);
});

test.each([
  ["2026-01-31", "P1M", "2026-02-28"],
  ["2024-01-31", "P1M", "2024-02-29"],
  ["2026-08-31", "P3M", "2026-11-30"],
  ["2026-11-22", "P3M", "2027-02-22"],
  ["2024-02-29", "P1Y", "2025-02-28"],
  ["2024-02-29", "P4Y", "2028-02-29"],
  ["2026-12-31", "P2M", "2027-02-28"],
  ["2026-01-31", "P1M1D", "2026-03-01"],
  ["2026-02-27", "P2D", "2026-03-01"],
  ["2026-03-28", "P1D", "2026-03-29"],
  ["2026-11-22", "P1W", "2026-11-29"],
  ["2026-11-22", "P0D", "2026-11-22"],
])("%s and %s make %s", (date, period, expected) => {
  expect(addPeriod(date, period)).toBe(expected);
});

test.each([
  ["2026-11-22", "2026-11-22", 0],
  ["2026-11-22", "2026-11-23", 1],
  ["2026-11-23", "2026-11-22", -1],
  ["2024-02-28", "2024-03-01", 2],
  ["2026-03-28", "2026-03-30", 2],
  ["2026-01-01", "2027-01-01", 365],
])("from %s to %s it is %i days", (from, to, expected) => {
  expect(daysBetween(from, to)).toBe(expected);
  expect(Math.sign(compareDates(from, to))).toBe(-Math.sign(expected) + 0);
});

test.each<[string, () => unknown, string]>([
  ["a date", () => addPeriod("2026-02-30", "P1M"), '"2026-02-30" is not a date; write one like 2026-11-22.'],
  ["a period", () => addPeriod("2026-02-03", "3 months"), '"3 months" is not a period; write one like P3M.'],
  ["a result", () => addPeriod("9999-12-31", "P1D"), "9999-12-31 and P1D lead past the year 9999."],
  [
    "a compared date",
    () => compareDates("2026-02-03", "tomorrow"),
    '"tomorrow" is not a date; write one like 2026-11-22.',
  ],
])("what is not %s is refused", (_what, action, message) => {
  expect(action).toThrow(new UserError("usage", message));
});
