import { visibleJson } from "../escape/json-text.js";
import type { Report } from "../report.js";
import { orderReport } from "./order-report.js";

/**
 * The report as JSON, format 1: keys in the order of the format whatever order they were made in, and everything
 * invisible escaped, so that a terminal shows what is there.
 */
export function renderJson(report: Report): string {
  return `${visibleJson(JSON.stringify(orderReport(report), null, 2))}\n`;
}
