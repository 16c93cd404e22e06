import type { Report, ReportFinding } from "../report.js";
import { amount } from "../wording/amount.js";
import { countLabels, ruleTotals } from "../wording/rule-totals.js";
import { shorten } from "../wording/shorten.js";
import { type Step, shorteningSteps } from "../wording/shortening.js";
import { groupByView, type ViewGroup } from "../wording/view-groups.js";
import { findingLine, findingRow, fullColumns, htmlCode, lineColumns } from "./html-finding.js";
import { htmlTable } from "./html-table.js";

const LONGEST_NAME = 200;

/** The ways to show all findings on a page: folded by view, or counted in one table. */
export function htmlSteps(report: Report): readonly Step[] {
  const groups = groupByView(report.findings);
  return shorteningSteps(report, {
    inFull: () => eachView(groups, fullColumns, findingRow),
    aLineEach: () => eachView(groups, lineColumns, findingLine),
    aLineAView: () =>
      htmlTable({
        caption: "Findings of each view",
        columns: ["View", "Findings", "Of them"],
        rows: groups.map(({ view, findings }) => countRow(nameOf(view), [findings.length], findings)),
      }),
    aLineARule: () =>
      htmlTable({
        caption: "Findings of each rule",
        columns: ["Rule", "Findings", "Views", "Of them"],
        rows: ruleTotals(report.findings).map(({ rule, findings, views }) =>
          countRow(htmlCode(rule), [findings.length, views], findings),
        ),
      }),
  });
}

function* eachView(
  groups: readonly ViewGroup[],
  columns: readonly string[],
  show: (finding: ReportFinding) => string,
): Iterable<string> {
  for (const { view, findings } of groups) {
    // Only what nobody has to look at is folded away.
    const open = findings.some(({ action }) => action !== "allow") ? " open" : "";
    const count = `${amount(findings.length, "finding")}: ${countLabels(findings)}`;
    yield `<details${open}><summary><h3>${nameOf(view)}</h3> <span class="quiet">${count}</span></summary>`;
    yield* htmlTable({ caption: `Findings of ${nameOf(view)}`, columns, rows: findings.map(show) });
    yield "</details>";
  }
}

function countRow(name: string, counts: readonly number[], findings: readonly ReportFinding[]): string {
  const cells = [...counts, countLabels(findings)].map((cell) => `<td>${cell}</td>`).join("");
  return `<tr><th scope="row">${name}</th>${cells}</tr>`;
}

function nameOf(view: string | null): string {
  return view === null ? "The gate itself" : htmlCode(shorten(view, LONGEST_NAME));
}
