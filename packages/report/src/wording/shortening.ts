import type { Report } from "../report.js";
import { amount } from "./amount.js";

/** One way to show all findings. `note` says what is folded, `null` if nothing; `lines` are made only while they fit. */
export interface Step {
  readonly note: string | null;
  readonly lines: () => Iterable<string>;
}

/** How a format shows all findings of a report, each way shorter than the one before. */
export interface Ways {
  readonly inFull: Step["lines"];
  readonly aLineEach: Step["lines"];
  readonly aLineAView: Step["lines"];
  readonly aLineARule: Step["lines"];
}

/** The steps in which a report too long for its place is shortened (design section 6), the same in all formats. */
export function shorteningSteps({ findings }: Report, ways: Ways): readonly Step[] {
  const all = `Shortened: ${amount(findings.length, "finding")}`;
  return [
    { note: null, lines: ways.inFull },
    { note: `${all}, a line for each.`, lines: ways.aLineEach },
    { note: `${all} counted, a line for each view.`, lines: ways.aLineAView },
    { note: `${all} counted, a line for each rule.`, lines: ways.aLineARule },
  ];
}

/** The lines of a step after those of `head`, or `null` as soon as they are longer than `room` UTF-16 units. */
export function linesWithin(room: number, head: readonly string[], { lines }: Step): string | null {
  const all = [...head];
  let length = head.join("\n").length + 1;
  for (const line of lines()) {
    length += line.length + 1;
    if (length > room) return null;
    all.push(line);
  }
  return length > room ? null : `${all.join("\n")}\n`;
}
