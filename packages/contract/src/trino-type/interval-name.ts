const FIELDS = ["year", "month", "day", "hour", "minute", "second"] as const;

const FIELD = `(?:${FIELDS.join("|")})`;
const NUMBER = "(?:0|[1-9]\\d{0,14})";
const INTERVAL = new RegExp(
  `^interval ${FIELD}(?:\\(${NUMBER}(?:,${NUMBER})?\\))?(?: to ${FIELD}(?:\\(${NUMBER}\\))?)?$`,
);

/** Whether `word` (in lower case) names a field of an interval. */
export function isIntervalField(word: string): boolean {
  return FIELDS.some((field) => field === word);
}

/** Whether `name` is the canonical name of an interval type: `interval day to second`, `interval second(13,3)`. */
export function isIntervalName(name: string): boolean {
  return name.startsWith("interval ") && INTERVAL.test(name);
}

/**
 * The interval type that a signature of a Trino after 483 writes as numbers: start field, end field, leading precision
 * and, when it ends in seconds, their fraction. `[2, 5, 9, 3]` is `interval day(9) to second(3)`. `null`: not such numbers.
 * Field codes: `io.trino.spi.type.IntervalField`, year 0 to second 5; spelling: `TypeDescriptorTranslator`.
 */
export function intervalNameOfCodes(codes: readonly number[]): string | null {
  const [from = -1, to = -1, leading, fraction] = codes;
  const start = FIELDS[from];
  const end = FIELDS[to];
  if (start === undefined || end === undefined || codes.length > 4) return null;
  const fractional = end === "second" ? fraction : undefined;
  const leadingText = leading === undefined ? "" : String(leading);
  if (start === end) {
    if (leading === undefined) return `interval ${start}`;
    return `interval ${start}(${leadingText}${fractional === undefined ? "" : `,${fractional}`})`;
  }
  const precision = leading === undefined ? "" : `(${leadingText})`;
  return `interval ${start}${precision} to ${end}${fractional === undefined ? "" : `(${fractional})`}`;
}
