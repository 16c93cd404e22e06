import { expect, test } from "@jest/globals";
import { longestGap } from "./longest-gap.js";

const hour = 3_600_000;

test.each<[string | number, string | null, number]>([
  ["0 * * * *", null, 1],
  ["@hourly", null, 1],
  [1, "h", 1],
  ["PT1H", null, 1],
  ["* * * * *", null, 1 / 60],
  ["*/15 * * * *", null, 1 / 4],
  ["0,10 * * * *", null, 50 / 60],
  ["0 6 * * *", null, 24],
  ["0 6,8 * * *", null, 22],
  ["30 6-18/6 * * *", null, 12],
  ["0 6 * * 1-5", null, 72],
  ["0 6,18 * * MON-FRI", null, 60],
  [1, "business day", 72],
  ["0 0 * * 0", null, 7 * 24],
  ["0 0 1 * *", null, 31 * 24],
  [1, "month", 31 * 24],
  ["0 0 1 */3 *", null, 92 * 24],
  ["0 0 1,15 * 1", null, 7 * 24],
  ["0 0 29 2 *", null, 1461 * 24],
  ["@yearly", null, 365 * 24],
])("%j with unit %j runs at least every %d hours", (value, unit, hours) => {
  expect(longestGap(value, unit)).toBe(hours * hour);
});

test.each<[string | number, string | null, string]>([
  ["0 0 31 2 *", null, "never runs"],
  ["? * * * *", null, "is no cron expression; write five fields like 0 6 * * *"],
  ["0 0 6 * * *", null, "is no cron expression; write five fields like 0 6 * * *"],
  ["60 * * * *", null, "is no cron expression: CronPattern: Invalid value for minute: 60"],
  ["@reboot", null, "is no cron expression; write five fields like 0 6 * * *"],
  [0, "h", "must be more than nothing"],
  ["1", null, "has no unit; write one of s, min, h, d, week, business day, month, quarter, year"],
])("%j with unit %j is refused: %s", (value, unit, expected) => {
  expect(longestGap(value, unit)).toBe(expected);
});
