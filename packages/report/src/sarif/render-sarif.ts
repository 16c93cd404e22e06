import { visibleJson } from "../escape/json-text.js";
import { orderReport } from "../json/order-report.js";
import type { Report, ReportFinding } from "../report.js";
import { amount } from "../wording/amount.js";
import { comparedPhrase } from "../wording/compared-phrase.js";
import { countsPhrase } from "../wording/counts-phrase.js";
import { strongestFirst } from "../wording/strongest-first.js";
import { verdictPhrase } from "../wording/verdict-phrase.js";
import { type Place, sarifResult } from "./sarif-result.js";
import { describeRule } from "./sarif-rule.js";

export interface SarifOptions {
  /** The version of the product that made the report. */
  readonly version?: string;
  /** Address of the folder with the rules' pages, `https://…/docs/rules/`; without it rules explain themselves only. */
  readonly rulePages?: string;
}

/** GitHub refuses a run with more results, and of more than 5,000 shows those first in strength. */
const MOST_RESULTS = 25_000;

/** The report as SARIF 2.1.0, for GitHub's code scanning and other viewers; strongest findings first. */
export function renderSarif(report: Report, { version, rulePages }: SarifOptions = {}): string {
  const findings = strongestFirst(report.findings).slice(0, MOST_RESULTS);
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const index = new Map(ids.map((id, at) => [id, at]));
  const placeOf = placesIn(report.findings);
  const { compared, counts } = orderReport(report);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Schema Gate", version, rules: ids.map((id) => describeRule(id, rulePages ?? null)) } },
        automationDetails: { id: "schema-gate/" },
        columnKind: "utf16CodeUnits",
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: notifications(report, findings.length) },
        ],
        results: findings.map((finding) => sarifResult(finding, index.get(finding.rule) ?? -1, placeOf(finding))),
        properties: { verdict: report.verdict, compared, counts },
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`;
}

/** Where findings are shown. GitHub drops what has no place: that is shown where its view has another finding, or else in the configuration. */
function placesIn(findings: readonly ReportFinding[]): (finding: ReportFinding) => Place {
  const nearest = new Map<string | null, Place>();
  for (const { view, location } of findings)
    if (view !== null && location !== null && !nearest.has(view)) nearest.set(view, location);
  const otherwise = { file: "schema-gate.yaml", line: 1, endLine: 1 };
  return ({ view, location }) => location ?? nearest.get(view) ?? otherwise;
}

/** What the run has to say besides its results: what was decided, and what is missing of them. */
function notifications({ compared, counts, findings, verdict }: Report, kept: number): readonly object[] {
  const decided = [
    comparedPhrase(compared),
    `Found ${countsPhrase(counts)}.`,
    verdictPhrase({ verdict, findings, compared }),
  ];
  const left = findings.length - kept;
  const missing = `${amount(left, "finding")} of ${findings.length} left out: a run holds ${MOST_RESULTS} results.`;
  return [
    { level: "note", message: { text: decided.join(" ") } },
    ...(left === 0 ? [] : [{ level: "error", message: { text: missing } }]),
  ];
}
