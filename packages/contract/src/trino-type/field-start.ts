import { isIntervalField } from "./interval-name.js";
import { isLetter, type TypeScanner } from "./type-scanner.js";

const QUOTE = 0x22;
const OPENING = 0x28;
const ANGLE = 0x3c;

/**
 * Whether the field of a row that starts at the token at hand has a name. Trino's rule is `rowField: type | identifier
 * type` and the first alternative that fits wins: `time with time zone` and `x ARRAY` are anonymous, `time time with time
 * zone` and `x array(bigint)` are named `time` and `x`. Display text knows no `x ARRAY`.
 */
export function isNamedField(scanner: TypeScanner, isDisplay: boolean): boolean {
  if (scanner.token !== "word" && scanner.token !== "quoted") return false;
  const behind = scanner.codeBehind;
  if (!isLetter(behind)) return behind === QUOTE;
  const { start, word } = scanner;
  scanner.advance();
  const isOneType = isOneTypeWithNext(scanner, word, isDisplay);
  scanner.rewind(start);
  return !isOneType;
}

/** Whether `word` and the word now at hand belong to one type. */
function isOneTypeWithNext(scanner: TypeScanner, word: string, isDisplay: boolean): boolean {
  const next = scanner.word;
  if (next === "array" && !isDisplay) return !opensParameters(scanner);
  switch (word) {
    case "double":
      return next === "precision" && !opensParameters(scanner);
    case "interval":
      return isIntervalField(next);
    case "timestamp":
      if (isDisplay && next === "microseconds") return true;
      return next === "with" || (next === "without" && isTimeZoneBehind(scanner));
    case "time":
      return next === "with" || (next === "without" && isTimeZoneBehind(scanner));
    default:
      return false;
  }
}

function opensParameters(scanner: TypeScanner): boolean {
  const behind = scanner.codeBehind;
  return behind === OPENING || behind === ANGLE;
}

/** `without` is no reserved word, so it may name a type; `time without time zone` is one type. */
function isTimeZoneBehind(scanner: TypeScanner): boolean {
  scanner.advance();
  if (!scanner.isWord("time")) return false;
  scanner.advance();
  return scanner.isWord("zone");
}
