import type { Report, ReportFinding } from "../report.js";
import { amount } from "./amount.js";
import { isState } from "./compared-phrase.js";

/** How many findings block. */
export function countBlocking(findings: readonly ReportFinding[]): number {
  return findings.filter(({ action }) => action === "block").length;
}

/** The verdict as a sentence that stands alone on the last line. */
export function verdictPhrase({
  verdict,
  findings,
  compared,
}: Pick<Report, "verdict" | "findings" | "compared">): string {
  const open = findings.filter(({ action, waiver }) => action === verdict && waiver === null).length;
  const verb = (one: string, many: string) => `${amount(open, "finding")} ${open === 1 ? one : many}`;
  switch (verdict) {
    case "block":
      return `Verdict: block. ${verb("blocks", "block")}${isState(compared) ? "" : blocked(compared.after)}.`;
    case "acknowledge":
      return `Verdict: acknowledge. ${verb("needs", "need")} an owner of the view to agree.`;
    case "warn":
      return `Verdict: warn. Nothing blocks; ${open === 0 ? "what warns is waived" : verb("deserves a look", "deserve a look")}.`;
    case "pass":
      if (findings.length > 0) return "Verdict: pass. No finding blocks or warns.";
      if (isState(compared)) return "Verdict: pass. Nothing falls short of the policy.";
      // Files may differ in layout alone.
      return `Verdict: pass. Nothing differs${compared.changed === 0 ? "" : " that readers could notice"}.`;
  }
}

/** Against a live server nobody proposes a change: it has happened. */
function blocked({ kind }: Report["compared"]["after"]): string {
  return kind === "live" ? ": live Trino does not keep what was promised" : " this change";
}
