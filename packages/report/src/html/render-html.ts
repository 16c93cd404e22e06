import type { Report } from "../report.js";
import { linesWithin, type Step } from "../wording/shortening.js";
import { htmlFoot, htmlHead } from "./html-head.js";
import { htmlSteps } from "./html-steps.js";

export interface HtmlOptions {
  /** UTF-16 units the whole page may have; browsers get slow at pages much longer than the default. */
  readonly maxLength?: number;
}

/**
 * The report as one page that needs nothing else, no script either, as detailed as fits; every text of a stranger in it is
 * inert. Throws a RangeError where not even a line for each rule fits.
 */
export function renderHtml(report: Report, { maxLength = 10_000_000 }: HtmlOptions = {}): string {
  for (const step of htmlSteps(report)) {
    const page = linesWithin(maxLength, htmlHead(report, step.note), withFoot(step));
    if (page !== null) return page;
  }
  throw new RangeError(`a page of ${maxLength} characters cannot hold the count of the findings`);
}

function withFoot({ note, lines }: Step): Step {
  return {
    note,
    *lines() {
      yield* lines();
      yield* htmlFoot;
    },
  };
}
