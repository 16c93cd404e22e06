import { expect, test } from "@jest/globals";
import { compareDurations, durationRatio, longestMillisecondsOf, millisecondsOf } from "./compare-durations.js";
import type { Duration } from "./duration.js";
import { parseDuration } from "./parse-duration.js";

const day = 86_400_000;

function read(text: string): Duration {
  const duration = parseDuration(text, null);
  if (typeof duration === "string") throw new Error(`${text} ${duration}`);
  return duration;
}

test.each([
  ["1 h", "60 min", 0],
  ["1 h", "PT1H", 0],
  ["1 business day", "72 h", 0],
  ["5 business days", "1 week", 0],
  ["1 month", "28 days", 0],
  ["1 quarter", "3 months", 0],
  ["P3M", "90 days", -1],
  ["1 year", "365 days", 0],
  ["1 year", "366 days", -1],
  ["4 quarters", "1 year", 0],
  ["1 month", "30 days", -1],
  ["2 days", "36 h", 1],
])("%s against %s is %d", (left, right, expected) => {
  expect(Math.sign(compareDurations(read(left), read(right)))).toBe(expected);
  expect(Math.sign(compareDurations(read(right), read(left)))).toBe(expected === 0 ? 0 : -expected);
});

test.each([
  ["1 day", "1 h", 24],
  ["1 year", "1 quarter", 4],
  ["1 month", "14 days", 2],
  ["2 business days", "1 business day", 2],
  ["10 business days", "5 business days", 2],
  ["1 business day", "1 day", 3],
  ["14 days", "5 business days", 2],
  ["0 s", "0 h", 1],
  ["1 h", "0 h", Number.POSITIVE_INFINITY],
])("%s is %s times %d", (left, right, expected) => {
  expect(durationRatio(read(left), read(right))).toBe(expected);
});

test.each([
  ["1 month", 28, 31],
  ["2 months", 59, 62],
  ["3 months", 89, 92],
  ["1 year", 365, 366],
  ["4 years", 1460, 1461],
  ["6 business days", 10, 10],
])("%s lasts from %d to %d days", (text, shortest, longest) => {
  expect([millisecondsOf(read(text)) / day, longestMillisecondsOf(read(text)) / day]).toEqual([shortest, longest]);
});
