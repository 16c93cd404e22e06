import type { Report, ReportFinding } from "@schema-gate/report";
import type { PullRequest } from "../src/github/pull-requests.js";
import type { Judgement } from "../src/judge/judgement.js";

const strength = ["allow", "warn", "acknowledge", "block"] as const;

/** A finding that says nothing in particular, at a line of a file of its own. */
export function aFinding(more: Partial<ReportFinding> = {}): ReportFinding {
  return {
    id: "9f2c41d07ab3e815",
    rule: "column-removed",
    kind: "change",
    impact: "breaking",
    action: "block",
    view: "a.b.tasks_v1",
    path: "pod_id",
    before: "varchar",
    after: null,
    breaks: ["by-name"],
    message: "Column pod_id (varchar) was removed.",
    remedy: "Keep it.",
    witness: null,
    location: { side: "after", file: "snapshots/a/b/tasks_v1.json", line: 12, endLine: 14 },
    readers: [],
    waiver: null,
    ...more,
  };
}

/** A report of these findings, its verdict the strongest of their actions. */
export function aReport(...findings: readonly ReportFinding[]): Report {
  const strongest = Math.max(0, ...findings.map(({ action }) => strength.indexOf(action)));
  const side = { kind: "git", commit: "c".repeat(40), digest: "d".repeat(64), views: 1 } as const;
  const verdict = (["pass", "warn", "acknowledge", "block"] as const)[strongest] ?? "pass";
  return {
    formatVersion: 1,
    verdict,
    compared: { before: side, after: side, policy: null, asOf: "2026-11-22", planned: false, changed: 1, unchanged: 0 },
    counts: { breaking: findings.length, risky: 0, additive: 0, neutral: 0, policy: 0, gate: 0, waived: 0 },
    findings,
  };
}

const pullRequest: PullRequest = {
  number: 7,
  url: "https://github.com/o/r/pull/7",
  isOpen: true,
  author: "eve",
  head: "a".repeat(40),
  base: "main",
};

/** A judged pull request with these findings. */
export function judged(...findings: readonly ReportFinding[]): Judgement {
  const approvals = { counted: [], uncounted: [] };
  return {
    kind: "judged",
    pullRequest,
    head: pullRequest.head,
    grounds: { pullRequest, baseTip: "b".repeat(40), reviews: [] },
    approvals,
    report: aReport(...findings),
  };
}

/** A pull request that could not be judged. */
export function couldNotCheck(reason: string): Judgement {
  return { kind: "could-not-check", pullRequest, head: pullRequest.head, grounds: null, reason, defect: null };
}
