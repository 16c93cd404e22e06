import { namedType } from "./named-type.js";
import type { TrinoType } from "./trino-type.js";
import type { TypeScanner } from "./type-scanner.js";

/** The rest of a `time` or `timestamp` (`name`) whose first word began at `start`: `(3) with time zone`. */
export function readDateTime(scanner: TypeScanner, name: string, start: number, isDisplay: boolean): TrinoType {
  if (isDisplay && name === "timestamp" && scanner.word === "microseconds") {
    scanner.advance();
    return finished(scanner, "timestamp microseconds", [], start);
  }
  const precision: number[] = [];
  if (scanner.token === "(") {
    scanner.advance();
    precision.push(scanner.number);
    scanner.advance();
    scanner.expect(")");
  }
  return finished(scanner, name + readZone(scanner), precision, start);
}

function readZone(scanner: TypeScanner): string {
  const { start, word } = scanner;
  if (word !== "with" && word !== "without") return "";
  scanner.advance();
  const isTime = scanner.isWord("time");
  if (isTime) scanner.advance();
  if (isTime && scanner.isWord("zone")) {
    scanner.advance();
    return word === "with" ? " with time zone" : "";
  }
  if (word === "with") scanner.fail('"with time zone"', start);
  scanner.rewind(start);
  return "";
}

function finished(scanner: TypeScanner, name: string, parameters: number[], start: number): TrinoType {
  return namedType(name, parameters, (expected) => scanner.fail(expected, start));
}
