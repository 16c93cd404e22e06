import { randomUUID } from "node:crypto";
import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { countBlocking, renderJson } from "@schema-gate/report";
import type { Judgement } from "../judge/judgement.js";
import { worstOf } from "../publish/conclusion.js";

/** What later steps are told, by name; the names of `action.yml`. */
export type Outputs = Readonly<Record<string, string>>;

/** The outputs of a run, by the worst of what it judged; counts are empty where nothing was judged. */
export function outputsOf(judgements: readonly Judgement[], reports: ReadonlyMap<Judgement, string>): Outputs {
  const [first, ...others] = judgements;
  if (first === undefined) return { verdict: "none", judged: "0", ...noCounts, report: "" };
  const worst = worstOf([first, ...others]);
  const judged = `${judgements.length}`;
  if (worst.kind === "could-not-check") return { verdict: worst.kind, judged, ...noCounts, report: "" };
  const { verdict, counts, findings } = worst.report;
  const { breaking, risky, additive, neutral, policy, gate, waived } = counts;
  const numbers = { blocking: countBlocking(findings), breaking, risky, additive, neutral, policy, gate, waived };
  const texts = Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, `${number}`]));
  return { verdict, judged, ...texts, report: reports.get(worst) ?? "" };
}

const noCounts = {
  blocking: "",
  breaking: "",
  risky: "",
  additive: "",
  neutral: "",
  policy: "",
  gate: "",
  waived: "",
} as const;

/** Hands outputs to the runner, between lines that nobody can know beforehand: no value ends early and begins another. */
export function writeOutputs(file: string, outputs: Outputs): void {
  const lines = Object.entries(outputs).map(([name, value]) => {
    const delimiter = `end-${randomUUID()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
  });
  appendFileSync(file, lines.join(""));
}

/** Writes the whole report of each pull request that was judged into a new folder; gives their paths. */
export function writeReports(temporary: string, judgements: readonly Judgement[]): ReadonlyMap<Judgement, string> {
  const folder = mkdtempSync(join(temporary, "schema-gate-"));
  const paths = new Map<Judgement, string>();
  for (const judgement of judgements) {
    if (judgement.kind !== "judged") continue;
    const path = join(folder, `pull-request-${judgement.pullRequest.number}.json`);
    writeFileSync(path, renderJson(judgement.report));
    paths.set(judgement, path);
  }
  return paths;
}
