import type { Contract } from "@schema-gate/contract";
import { parseConfig } from "@schema-gate/contract";
import { contractsSide, judge, partOfReport } from "@schema-gate/gate";
import type { Report, ReportFinding } from "@schema-gate/report";

/** A view of `a.dev_prod_live` with these columns, each `name type`. */
export function view(name: string, ...columns: readonly string[]): Contract {
  return {
    catalog: "a",
    schema: "dev_prod_live",
    name,
    kind: "view",
    security: "definer",
    comment: null,
    definition: null,
    columns: columns.map((column) => {
      const [columnName = "", ...type] = column.split(" ");
      return { name: columnName, type: type.join(" "), nullable: null, comment: null };
    }),
  };
}

/** What the gate says of live Trino against what is committed, both at least one view, on a day. */
export async function liveReport(
  committed: readonly Contract[],
  live: readonly Contract[],
  asOf: string,
): Promise<Report> {
  const always = view("always_v1", "id varchar");
  return judge({
    config: parseConfig("formatVersion: 1\npublicSchemas: [dev_prod_live]\n", "schema-gate.yaml"),
    policyCommit: null,
    waivers: [],
    before: contractsSide("directory", "snapshots", [always, ...committed]),
    after: contractsSide("live", "live", [always, ...live]),
    asOf,
    planned: false,
    failOn: null,
    mode: "diff",
  });
}

/** A report with more findings. */
export function withFindings(report: Report, ...more: readonly ReportFinding[]): Report {
  return partOfReport({ ...report, findings: [...report.findings, ...more] }, () => true);
}

/** What `schema-diff drift` says of a view it could not look at (`view-unseen`), or of a promise (`promise-unmeasured`). */
export function gateFinding(rule: string, name: string, action: "block" | "warn"): ReportFinding {
  return {
    id: Buffer.from(`${rule}${name}`.slice(-8)).toString("hex").padStart(16, "0"),
    rule,
    kind: "gate",
    impact: null,
    action,
    view: `a.dev_prod_live.${name}`,
    path: rule === "view-unseen" ? "" : "@latency",
    before: null,
    after: null,
    breaks: [],
    message: rule === "view-unseen" ? `View ${name} cannot be seen.` : "The promise of latency was not measured.",
    remedy: "Look again.",
    witness: null,
    location: null,
    readers: [],
    waiver: null,
  };
}
