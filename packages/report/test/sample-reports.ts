import type { ComparedSide, Report, ReportFinding } from "@schema-gate/report";

const schema = "awsdatacatalog.dev_prod_live";
const tasks = `${schema}.evergreen_tasks_v1`;
const results = `${schema}.results_correctness_results_v2`;
const file = (view: string) => `snapshots/${view.replaceAll(".", "/")}.json`;

let made = 0;

/** A finding like the one of the specification, but for what is given. */
export function aFinding(given: Partial<ReportFinding>): ReportFinding {
  made += 1;
  const view = given.view === undefined ? tasks : given.view;
  return {
    id: `9f2c41d07ab3${made.toString(16).padStart(4, "0")}`,
    rule: "column-removed",
    kind: "change",
    impact: "breaking",
    action: "block",
    view,
    path: "pod_id",
    before: "varchar",
    after: null,
    breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
    message: "Column pod_id (varchar) was removed.",
    remedy: "Keep it in evergreen_tasks_v1 and leave it out of a new evergreen_tasks_v2.",
    witness: `SELECT v.pod_id FROM ${view} AS v`,
    location: view === null ? null : { side: "after", file: file(view), line: 12, endLine: 12 },
    readers: [],
    waiver: null,
    ...given,
  };
}

/** A report whose counts fit its findings. */
export function aReport(findings: readonly ReportFinding[], given: Partial<Report> = {}): Report {
  const side = (kind: ComparedSide["kind"], digit: string): ComparedSide => {
    return { kind, commit: kind === "git" ? digit.repeat(40) : null, digest: digit.repeat(64), views: 4 };
  };
  const countOf = (nature: string) =>
    findings.filter(({ impact, kind, waiver }) => waiver === null && (impact ?? kind) === nature).length;
  return {
    formatVersion: 1,
    verdict: "block",
    compared: {
      before: side("git", "1"),
      after: side("worktree", "2"),
      policy: "1".repeat(40),
      asOf: "2026-11-22",
      planned: false,
      changed: new Set(findings.map(({ view }) => view)).size,
      unchanged: 3,
    },
    counts: {
      breaking: countOf("breaking"),
      risky: countOf("risky"),
      additive: countOf("additive"),
      neutral: countOf("neutral"),
      policy: countOf("policy"),
      gate: countOf("gate"),
      waived: findings.filter(({ waiver }) => waiver !== null).length,
    },
    findings,
    ...given,
  };
}

const quiet = { breaks: [], witness: null, remedy: "" } as const;
const added = {
  ...quiet,
  rule: "column-added",
  impact: "additive",
  action: "allow",
  before: null,
  after: "varchar",
} as const;
const described = {
  ...quiet,
  rule: "description-changed",
  impact: "risky",
  action: "warn",
  before: "a",
  after: "b",
} as const;

/** Something of each kind, in the order of the format. */
export const everything = aReport([
  aFinding({
    rule: "waiver-unused",
    kind: "gate",
    impact: null,
    view: null,
    path: "",
    before: null,
    ...quiet,
    message: "The waiver waivers/0011223344556677.yaml covers no finding.",
    remedy: "Delete it, or correct what it says until it matches the finding.",
    location: { side: "after", file: "waivers/0011223344556677.yaml", line: 1, endLine: 10 },
  }),
  aFinding({
    readers: [`view ${schema}.evergreen_stats_v1`, "query team-results (readers/team-results/weekly.sql)"],
    queries: { known: 12, failing: 1 },
  }),
  aFinding({
    rule: "column-type-changed",
    path: "depends_on",
    before: "array(row(task_id varchar, status varchar))",
    after: "array(row(task_id varchar, status bigint))",
    relation: "unrelated",
    lossless: false,
    message:
      "depends_on changed its type from array(row(task_id varchar, status varchar)) to array(row(task_id varchar, status bigint)) (unrelated).",
    remedy: "Keep the type of depends_on in evergreen_tasks_v1 and make the change in a new evergreen_tasks_v2.",
    witness: `SELECT v.depends_on FROM ${tasks} AS v`,
  }),
  aFinding({
    path: "host_id",
    action: "warn",
    message: "Column host_id (varchar) was removed.",
    waiver: {
      file: "waivers/9f2c41d07ab3e815.yaml",
      owner: "ada@example.com",
      reason: "Nobody has read it for a year, see the survey of 2026-10.",
      ends: "2027-05-31",
    },
  }),
  aFinding({ ...described, path: "", message: "The view has another description." }),
  aFinding({ ...described, path: "status", message: "Column status has another description." }),
  aFinding({
    rule: "column-inserted",
    impact: "risky",
    action: "warn",
    path: "pod_ip",
    before: null,
    after: "varchar",
    breaks: ["positional", "stored-view"],
    message: "Column pod_ip (varchar) was added before columns that were there already.",
    remedy: "Put it at the end.",
    witness: `SELECT * FROM ${tasks} AS v`,
  }),
  aFinding({ ...added, path: "pod_zone", message: "Column pod_zone (varchar) was added at the end." }),
  aFinding({
    ...quiet,
    rule: "owner-missing",
    kind: "policy",
    impact: null,
    action: "warn",
    path: "@owner",
    before: null,
    message: "The contract names no owner.",
    remedy: "Write the team under team.name.",
    location: {
      side: "after",
      file: "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml",
      line: 1,
      endLine: 1,
    },
  }),
  aFinding({
    ...quiet,
    rule: "definition-not-analysed",
    impact: "risky",
    action: "acknowledge",
    view: results,
    path: "@definition",
    before: "SELECT 1",
    after: "SELECT 2",
    message: "The definition of the view changed; what it means for rows and values was not analysed.",
    remedy: "Have somebody who knows the readers look at it.",
  }),
  aFinding({
    ...added,
    view: results,
    path: "score",
    after: "double",
    message: "Column score (double) was added at the end.",
  }),
  aFinding({
    ...quiet,
    rule: "description-added",
    impact: "neutral",
    action: "allow",
    view: results,
    path: "score",
    before: null,
    after: "x",
    message: "Column score now has a description.",
  }),
]);

/** Forty views with a break each, some with more. */
export const wide = aReport(
  Array.from({ length: 40 }, (_, index) => `${schema}.results_runs_v${index + 1}`).flatMap((view, index) => [
    aFinding({ view }),
    ...(index % 2 === 0 ? [aFinding({ ...added, view })] : []),
    ...(index % 20 === 0
      ? [
          aFinding({ ...described, view }),
          aFinding({ ...quiet, view, rule: "family-misnumbered", impact: "risky", action: "warn" }),
        ]
      : []),
  ]),
);

/** One report for each verdict that is not a block. */
/** The same of drift, which says what of live Trino it knows. */
export const drifted: Report = {
  ...everything,
  compared: { ...everything.compared, covered: { schemas: [schema], unseen: [`${schema}.hidden_v1`] } },
};
export const acknowledged = aReport(everything.findings.slice(9), { verdict: "acknowledge" });
export const warned = aReport(everything.findings.slice(6, 7), { verdict: "warn" });
export const waivedOnly = aReport(everything.findings.slice(3, 4), { verdict: "warn" });
export const passed = aReport(everything.findings.slice(7, 8), { verdict: "pass" });
export const nothing = aReport([], { verdict: "pass" });
