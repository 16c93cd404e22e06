import { expect, test } from "@jest/globals";
import { parseDuration } from "./parse-duration.js";

const hour = 3_600_000;
const clock = (milliseconds: number) => ({ months: 0, businessDays: 0, milliseconds });

test.each<[string | number, string | null, object]>([
  ["1 h", null, clock(hour)],
  ["60 min", null, clock(hour)],
  ["PT1H", null, clock(hour)],
  ["1h", null, clock(hour)],
  [1, "h", clock(hour)],
  ["1", "Hours", clock(hour)],
  [1.5, "h", clock(1.5 * hour)],
  [0, "s", clock(0)],
  ["P1DT12H", null, clock(36 * hour)],
  ["P2W", null, clock(14 * 24 * hour)],
  ["PT0.5S", null, clock(500)],
  [7, "d", clock(7 * 24 * hour)],
  ["1 business day", null, { months: 0, businessDays: 1, milliseconds: 0 }],
  [2, "businessDays", { months: 0, businessDays: 2, milliseconds: 0 }],
  [1, "quarter", { months: 3, businessDays: 0, milliseconds: 0 }],
  [2, "y", { months: 24, businessDays: 0, milliseconds: 0 }],
  ["P1Y2M3D", null, { months: 14, businessDays: 0, milliseconds: 72 * hour }],
])("%j with unit %j is %j", (value, unit, expected) => {
  expect(parseDuration(value, unit)).toEqual(expected);
});

const unitList = "s, min, h, d, week, business day, month, quarter, year";
test.each<[string | number, string | null, string]>([
  [1, null, `has no unit; write one of ${unitList}`],
  ["1", null, `has no unit; write one of ${unitList}`],
  ["1", " ", `has no unit; write one of ${unitList}`],
  [1, "m", "has the unit m, which may be minutes or months; write min or month"],
  [1, "fortnight", `has the unit "fortnight", which is none of ${unitList}`],
  [1, "constructor", `has the unit "constructor", which is none of ${unitList}`],
  ["1 h", "h", "has a unit in the value already; leave unit out"],
  ["PT1H", "h", "has its units in the value; leave unit out"],
  [1.5, "month", "must be a whole number of these units"],
  ["P", null, "is no ISO 8601 duration; write one like PT1H, P1D or P3M"],
  ["P1DT", null, "is no ISO 8601 duration; write one like PT1H, P1D or P3M"],
  ["-1 h", null, "is no length of time; write one like 1 h, 30 min, 2 days or PT1H"],
  ["soon", null, "is no length of time; write one like 1 h, 30 min, 2 days or PT1H"],
  ["20000 years", null, "is longer than ten thousand years"],
])("%j with unit %j is refused: %s", (value, unit, expected) => {
  expect(parseDuration(value, unit)).toBe(expected);
});
