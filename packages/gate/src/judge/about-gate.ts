import type { ReportFinding } from "@schema-gate/report";

/**
 * Whether a finding is about the gate itself, so that no waiver is written for it: it is mended. Only what the base holds broken
 * cannot be mended by the change that is judged.
 */
export function isAboutGate({ kind, rule }: Pick<ReportFinding, "kind" | "rule">): boolean {
  return kind === "gate" && rule !== "base-unreadable";
}
