import { addPeriod, compareDates, isDate, printWaiver } from "@schema-gate/contract";
import { openRepository, policyOfDirectory, WAIVERS_FOLDER } from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { findWaivable } from "../find-waivable.js";
import type { Io } from "../io.js";
import { requireAsOf } from "../judging-options.js";
import { type Needed, requireAnswers } from "../require-answers.js";
import { writeNewFile } from "../write-file.js";

/** Options of `schema-diff waive`. */
export interface WaiveOptions {
  readonly report?: string;
  readonly base?: string;
  readonly policy?: string;
  readonly asOf: string;
  readonly owner?: string;
  readonly reason?: string;
  readonly ends?: string;
}

/** `schema-diff waive <finding>`. */
export async function waive(id: string, options: WaiveOptions, io: Io): Promise<ExitCode> {
  const asOf = requireAsOf(options);
  const { workTree, directory } = await openRepository(io.cwd);
  const root = workTree ?? directory;
  const { rule, view, path, before, after, message } = await findWaivable(id, options, io);
  io.err.write(`${visibleText(`${view}: ${message}`)}\n`);
  const { owner, reason, ends } = await requireAnswers(neededFor(asOf), options, io);
  const file = `${WAIVERS_FOLDER}/${id}.yaml`;
  const waiver = { formatVersion: 1, finding: id, rule, view, path, before, after, owner, reason, ends } as const;
  writeNewFile(root, file, printWaiver(waiver));
  io.out.write(`written    ${file}\n`);
  const { config } = await policyOfDirectory(root);
  io.err.write(remaining(config.leads.members.length > 0));
  return exitCodes.pass;
}

function neededFor(asOf: string): readonly Needed<"owner" | "reason" | "ends">[] {
  const latest = addPeriod(asOf, "P1Y");
  const said = (answer: string) => (answer.trim() === "" ? "must not be empty" : null);
  return [
    { option: "owner", question: "Who answers for this permission", problem: said },
    { option: "reason", question: "Why readers may break", problem: said },
    {
      option: "ends",
      question: `The last day it holds, ${latest} at the latest`,
      problem: (day) => wrongEnd(day, asOf),
    },
  ];
}

function wrongEnd(day: string, asOf: string): string | null {
  if (!isDate(day)) return "must be a date that exists, like 2026-11-22";
  if (compareDates(day, asOf) < 0) return `must not be before today, ${asOf}`;
  const latest = addPeriod(asOf, "P1Y");
  return compareDates(day, latest) > 0 ? `must be ${latest} at the latest, a year ahead` : null;
}

function remaining(hasLeads: boolean): string {
  return hasLeads
    ? "It counts once the leads of schema-gate.yaml have approved it and it stands on the base branch.\n"
    : "It will not count: schema-gate.yaml names no leads who could approve it. Name them under leads: { members: [...] }.\n";
}
