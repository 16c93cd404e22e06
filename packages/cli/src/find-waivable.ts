import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "@schema-gate/contract";
import { loadStatePolicy } from "@schema-gate/diff";
import { check, isAboutGate, SNAPSHOTS_FOLDER } from "@schema-gate/gate";
import { type Report, type ReportFinding, reportSchema } from "@schema-gate/report";
import type { Io } from "./io.js";
import { withProgress } from "./progress.js";

/** Where findings come from: a report of format 1, or else a check of this branch. */
export interface FindingSource {
  readonly report?: string;
  readonly base?: string;
  readonly policy?: string;
  readonly asOf: string;
}

/** The finding of that id, if a waiver could let it through. */
export async function findWaivable(
  id: string,
  source: FindingSource,
  io: Io,
): Promise<ReportFinding & { readonly view: string }> {
  const { findings } = source.report === undefined ? await checked(source, io) : readReport(source.report, io.cwd);
  const finding = findings.find((each) => each.id === id);
  if (!finding) throw new UserError("usage", missing(id, findings, source.report));
  const { view, waiver, action } = finding;
  if (isAboutGate(finding) || view === null || view === "")
    throw new UserError("usage", `${id} is about the gate itself, which no waiver lets through; mend what it says.`);
  if (await isFirm(finding.rule))
    throw new UserError("usage", `${id} cannot be waived: the policy allows no exception from ${finding.rule}.`);
  if (waiver !== null) throw new UserError("usage", `${id} is waived already, by ${waiver.file}.`);
  if (action === "allow") throw new UserError("usage", `${id} is allowed as it is; it needs no waiver.`);
  return { ...finding, view };
}

async function isFirm(id: string): Promise<boolean> {
  const { stateRules } = await loadStatePolicy();
  return stateRules.some((rule) => rule.id === id && !rule.waivable);
}

function missing(id: string, findings: readonly ReportFinding[], report: string | undefined): string {
  const ids = findings.filter((each) => !isAboutGate(each) && each.action !== "allow").map(({ id }) => id);
  const some = ids.length > 10 ? `${ids.slice(0, 10).join(", ")} and ${ids.length - 10} more` : ids.join(", ");
  const elsewhere = report === undefined ? " One of another comparison is taken from its report, with --report." : "";
  return `There is no finding ${JSON.stringify(id)}. Findings there that a waiver could be for: ${some || "none"}.${elsewhere}`;
}

async function checked({ base, policy, asOf }: FindingSource, io: Io): Promise<Report> {
  const { report } = await withProgress(io, "Comparing views", (onProgress) =>
    check({
      directory: io.cwd,
      base: base ?? null,
      head: null,
      policyRevision: policy ?? null,
      folder: SNAPSHOTS_FOLDER,
      asOf,
      failOn: null,
      onProgress,
    }),
  );
  return report;
}

function readReport(file: string, cwd: string): Pick<Report, "findings"> {
  const refuse = (reason: string, cause: unknown) =>
    new UserError("usage", `Cannot read ${file}: ${reason}. Write one with schema-diff check --format json.`, {
      cause,
    });
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), "utf8");
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw refuse(code === "ENOENT" ? "there is no such file" : message, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse("it is not JSON", cause);
  }
  const result = reportSchema.safeParse(value);
  if (result.success) return result.data as Pick<Report, "findings">;
  throw refuse(`it is no report of format 1 (${result.error.issues[0]?.path.join(".")})`, result.error);
}
