import { isIntervalField } from "./interval-name.js";
import type { TrinoType } from "./trino-type.js";
import type { TypeScanner } from "./type-scanner.js";

/**
 * The rest of an interval type, its first field at hand: `day to second` of every version, and the precisions that come
 * after 483, `day(9) to second(3)`, `second(13,3)`. The whole qualifier is kept as the name of the type.
 */
export function readInterval(scanner: TypeScanner): TrinoType {
  let name = `interval ${readField(scanner)}${readPrecisions(scanner, 2)}`;
  if (scanner.word === "to") {
    scanner.advance();
    name += ` to ${readField(scanner)}${readPrecisions(scanner, 1)}`;
  }
  return { kind: "scalar", name, parameters: [] };
}

function readField(scanner: TypeScanner): string {
  const field = scanner.word;
  if (!isIntervalField(field)) scanner.fail("year, month, day, hour, minute or second");
  scanner.advance();
  return field;
}

function readPrecisions(scanner: TypeScanner, most: number): string {
  if (scanner.token !== "(") return "";
  const precisions: number[] = [];
  do {
    scanner.advance();
    precisions.push(scanner.number);
    scanner.advance();
  } while (scanner.isAt(",") && precisions.length < most);
  scanner.expect(")");
  return `(${precisions.join(",")})`;
}
