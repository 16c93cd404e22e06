import { visibleText } from "../escape/visible-text.js";
import type { Report } from "../report.js";
import { comparedPhrase } from "../wording/compared-phrase.js";
import { countsPhrase } from "../wording/counts-phrase.js";
import { splitByDetail } from "../wording/split-by-detail.js";
import { verdictPhrase } from "../wording/verdict-phrase.js";
import { groupByView, type ViewGroup } from "../wording/view-groups.js";
import { type Colours, chooseColours } from "./colours.js";
import { findingInFull, findingLine, foldedLine, type TextStyle } from "./finding-text.js";
import { wrap } from "./wrap.js";

export interface TextOptions {
  readonly colour: boolean;
  /** Columns of the terminal; without it nothing is wrapped, as a file or pipe is searched by line. */
  readonly width?: number;
}

/** The report for a person at a terminal; the verdict is the last line, where the eye is when the command ends. */
export function renderText(report: Report, { colour, width }: TextOptions): string {
  const style = { colours: chooseColours(colour), width: width ?? Number.POSITIVE_INFINITY };
  const explained = new Set<string>();
  const parts = groupByView(report.findings).map((group) => renderGroup(group, explained, style));
  const counts = countsPhrase(report.counts);
  const end = [
    wrap(visibleText(comparedPhrase(report.compared)), style.width, 0),
    wrap(`Found ${counts}.`, style.width, 0),
    paintVerdict(report, style.colours),
  ];
  return `${[...parts, end.join("\n")].join("\n\n")}\n`;
}

function renderGroup({ view, findings }: ViewGroup, explained: Set<string>, style: TextStyle): string {
  const title = style.colours.bold(view === null ? "The gate itself" : visibleText(view));
  const { full, line, folded } = splitByDetail(findings);
  const blocks = full.map((finding) => {
    const explain = !explained.has(finding.rule);
    explained.add(finding.rule);
    return findingInFull(finding, explain, style);
  });
  const lines = [...line.map((finding) => findingLine(finding, style)), ...folded.map((all) => foldedLine(all, style))];
  const sections = lines.length === 0 ? blocks : [...blocks, lines.join("\n")];
  return `${title}\n${sections.join("\n\n")}`;
}

function paintVerdict(report: Report, { bold, red, yellow, green }: Colours): string {
  const paint = { block: red, acknowledge: yellow, warn: yellow, pass: green }[report.verdict];
  return bold(paint(verdictPhrase(report)));
}
