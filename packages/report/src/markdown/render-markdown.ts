import type { Report } from "../report.js";
import { linesWithin } from "../wording/shortening.js";
import { foldedNote, markdownSummary, markdownTitle } from "./markdown-head.js";
import { markdownSteps, ruleLinesWithin } from "./markdown-steps.js";

export interface MarkdownOptions {
  /** UTF-16 units the whole comment may have; GitHub refuses more than 65,536 characters. */
  readonly maxLength?: number;
  /** UTF-16 units the caller adds, such as the marker by which it finds its comment again. */
  readonly reserve?: number;
  /** Where the whole report stands, for the reader of a shortened one. */
  readonly link?: string;
}

/** The report as a comment for GitHub, as detailed as fits; every text of a stranger in it is inert. */
export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const { maxLength = 65_000, reserve = 0, link = null } = options;
  const room = maxLength - reserve;
  const steps = markdownSteps(report);
  for (const step of steps) {
    const text = linesWithin(room, headLines(report, step.note, link), step);
    if (text !== null) return text;
  }
  const head = headLines(report, steps.at(-1)?.note ?? null, link).join("\n");
  const text = `${[head, "", ...ruleLinesWithin(report, room - head.length - 3)].join("\n")}\n`;
  if (text.length > room) throw new RangeError(`a comment of ${room} characters cannot hold the count of the findings`);
  return text;
}

function headLines(report: Report, note: string | null, link: string | null): readonly string[] {
  const head = [markdownTitle(report), "", markdownSummary(report)];
  return note === null ? head : [...head, "", foldedNote(note, link)];
}
