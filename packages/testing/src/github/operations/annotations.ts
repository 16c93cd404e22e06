import type { Values } from "../description/check-request.js";
import { unprocessable } from "../http/reply.js";
import { numberIn, requiredNumber, requiredText, textIn } from "../http/values.js";
import type { Annotation } from "../state/check.js";

/** An annotation as a request says it; columns only on a single line, and the end not before the start, as GitHub documents. */
export function readAnnotation(values: Values): Annotation {
  const startLine = requiredNumber(values, "start_line");
  const endLine = requiredNumber(values, "end_line");
  const startColumn = numberIn(values, "start_column") ?? null;
  const endColumn = numberIn(values, "end_column") ?? null;
  if (startLine < 1 || endLine < startLine)
    throw invalid("end_line", "an annotation ends on or after the line it starts on");
  if (startLine !== endLine && (startColumn !== null || endColumn !== null)) {
    throw invalid("start_column", "only an annotation on a single line has columns");
  }
  return {
    path: requiredText(values, "path"),
    startLine,
    endLine,
    startColumn,
    endColumn,
    level: requiredText(values, "annotation_level"),
    title: textIn(values, "title") ?? null,
    message: requiredText(values, "message"),
    rawDetails: textIn(values, "raw_details") ?? null,
  };
}

function invalid(field: string, message: string) {
  return unprocessable("CheckAnnotation", field, message, "invalid");
}
