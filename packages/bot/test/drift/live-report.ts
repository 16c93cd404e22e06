import type { Contract } from "@schema-gate/contract";
import { parseConfig } from "@schema-gate/contract";
import { contractsSide, judge, partOfReport } from "@schema-gate/gate";
import type { ReportFinding } from "@schema-gate/report";
import type { DriftReport } from "../../src/drift/read-report.js";

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

/** What the gate says of live Trino against what is committed, both at least one view, on a day; all of the schema was seen. */
export async function liveReport(
  committed: readonly Contract[],
  live: readonly Contract[],
  asOf: string,
): Promise<DriftReport> {
  const always = view("always_v1", "id varchar");
  const report = await judge({
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
  return { ...report, compared: { ...report.compared, covered: { schemas: [schemaOf(always)], unseen: [] } } };
}

function schemaOf({ catalog, schema }: Contract): string {
  return `${catalog}.${schema}`;
}

/** A report with more findings; views that one of these calls unseen are not covered. */
export function withFindings(report: DriftReport, ...more: readonly ReportFinding[]): DriftReport {
  const { compared } = report;
  const unseen = more.flatMap(({ rule, view: label }) => (rule === "view-unseen" && label !== null ? [label] : []));
  const { covered } = compared;
  const all = partOfReport({ ...report, findings: [...report.findings, ...more] }, () => true);
  return { ...all, compared: { ...compared, covered: { ...covered, unseen: [...covered.unseen, ...unseen] } } };
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
