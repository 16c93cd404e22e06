import type { ReportFinding } from "@schema-gate/report";
import type { Judgement } from "../../judge/judgement.js";

/** The finding of an id, or the sentence to answer with where there is none. */
export function findFinding(id: string, judged: Judgement): ReportFinding | string {
  if (judged.kind !== "judged") return "This pull request could not be checked; the check says why.";
  return (
    judged.report.findings.find((finding) => finding.id === id) ??
    `There is no finding \`${id}\` on the newest commit of this pull request.`
  );
}
