import { xmlText } from "../escape/markup-text.js";
import type { Report, ReportFinding } from "../report.js";
import { comparedPhrase } from "../wording/compared-phrase.js";
import { countsPhrase } from "../wording/counts-phrase.js";
import { verdictPhrase } from "../wording/verdict-phrase.js";
import { groupByView, type ViewGroup } from "../wording/view-groups.js";
import { outcomeOf, testcase } from "./testcase.js";

interface Tests {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

interface Suite extends Tests {
  readonly name: string;
  readonly cases: readonly string[];
}

/**
 * The report as JUnit XML, as much of it as Jenkins, GitLab and Azure all read: a suite for each view, a test for each
 * finding. There is always a test, as some take a file without any for a success and others for a fault.
 */
export function renderJunit(report: Report): string {
  const suites = report.findings.length === 0 ? [nothingFound(report)] : groupByView(report.findings).map(suiteOf);
  const { tests, failures } = suites.reduce(add);
  const [first, ...rest] = suites.map(printSuite);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Schema Gate: ${report.verdict}" tests="${tests}" failures="${failures}" errors="0">`,
    `${first}\n    <system-out>${decided(report)}</system-out>\n  </testsuite>`,
    ...rest.map((suite) => `${suite}\n  </testsuite>`),
    "</testsuites>\n",
  ].join("\n");
}

function suiteOf({ view, findings }: ViewGroup): Suite {
  const name = view ?? "The gate itself";
  return { name, cases: findings.map((finding) => testcase(finding, name)), ...countTests(findings) };
}

function countTests(findings: readonly ReportFinding[]): Tests {
  const count = (outcome: string) => findings.filter((finding) => outcomeOf(finding) === outcome).length;
  return { tests: findings.length, failures: count("failed"), skipped: count("skipped") };
}

/** One test, which only a report that passes can pass. */
function nothingFound({ verdict }: Report): Suite {
  const start = '    <testcase name="nothing found" classname="Schema Gate"';
  const failure = `>\n      <failure type="${verdict}" message="Verdict: ${verdict}."/>\n    </testcase>`;
  const passed = verdict === "pass";
  const cases = [`${start}${passed ? "/>" : failure}`];
  return { name: "Schema Gate", cases, tests: 1, failures: passed ? 0 : 1, skipped: 0 };
}

function add(one: Suite, other: Suite): Suite {
  return { ...one, tests: one.tests + other.tests, failures: one.failures + other.failures };
}

function printSuite({ name, cases, tests, failures, skipped }: Suite): string {
  const counts = `tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [`  <testsuite name="${xmlText(name)}" ${counts}>`, ...cases].join("\n");
}

/** What was compared, found and decided: the last lines of the text, for whoever opens the file. */
function decided(report: Report): string {
  const lines = [comparedPhrase(report.compared), `Found ${countsPhrase(report.counts)}.`, verdictPhrase(report)];
  return lines.map(xmlText).join("\n");
}
