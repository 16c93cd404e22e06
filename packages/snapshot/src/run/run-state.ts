import { hash } from "node:crypto";
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type Measured, UserError, type ViewName, viewLabel } from "@schema-gate/contract";
import { requirePlainFile } from "../files/only-plain-file.js";
import type { KnownViews, LiveView } from "../live/observe-live.js";
import type { MeasurePlan } from "../promises/plan-measures.js";
import { systemErrorCode, systemErrorText } from "../system-error.js";

/** What a run is about; another run may not go on with its state. */
export interface RunIdentity {
  readonly server: string;
  readonly catalog: string;
  readonly schemas: readonly string[];
  readonly user: string | null;
}

/** What a run has found so far, on disk, so that one that is cut short can be taken up again. */
export interface RunState extends KnownViews {
  /** How many views an earlier run left here. */
  readonly recalled: number;
  recallMeasured(view: ViewName, plan: MeasurePlan): Measured | null;
  keepMeasured(view: ViewName, plan: MeasurePlan, measured: Measured): void;
  /** The run is over: nothing is left to take up. */
  finish(): void;
}

/** What was found longer ago is asked again. */
const USABLE_MILLISECONDS = 6 * 3_600_000;
const FORMAT = 1;

type Line =
  | { readonly formatVersion: number; readonly of: string; readonly startedAt: number }
  | { readonly view: string; readonly of: string; readonly observed: LiveView }
  | { readonly view: string; readonly of: string; readonly measured: Measured };

/**
 * Opens the state of a run in `file`, one line for each thing found. What another run or one of long ago left there is
 * dropped; of a line that was cut off in writing nothing is believed. Throws a UserError for a file that cannot be written, and
 * for one that holds something else: the state is removed when the run is over.
 */
export function openRunState(file: string, run: RunIdentity, now: number): RunState {
  const identity = digest(run);
  const known = readLines(file);
  requireState(file, known);
  const earlier = usable(known, identity, now);
  const observed = new Map<string, { of: string; observed: LiveView }>();
  const measured = new Map<string, { of: string; measured: Measured }>();
  for (const line of earlier) {
    if ("observed" in line) observed.set(line.view, line);
    if ("measured" in line) measured.set(line.view, line);
  }
  const startedAt = startOf(earlier) ?? now;
  const lines = [{ formatVersion: FORMAT, of: identity, startedAt }, ...earlier.slice(1)];
  naming(file, () => writeFileSync(file, lines.map(printLine).join("")));
  const keep = (line: Line) => naming(file, () => appendFileSync(file, printLine(line)));
  return {
    recalled: observed.size,
    recall: (relation) => {
      const known = observed.get(viewLabel(relation.view));
      return known?.of === digest(relation) ? known.observed : null;
    },
    keep: (relation, view) => {
      // What could not be seen may be seen the next time.
      if (view.failure?.kind === "unseen") return;
      keep({ view: viewLabel(relation.view), of: digest(relation), observed: view });
    },
    recallMeasured: (view, plan) => {
      const known = measured.get(viewLabel(view));
      return known?.of === digest(plan) ? known.measured : null;
    },
    keepMeasured: (view, plan, found) => keep({ view: viewLabel(view), of: digest(plan), measured: found }),
    finish: () => naming(file, () => rmSync(file, { force: true })),
  };
}

function usable(lines: readonly Line[], identity: string, now: number): readonly Line[] {
  const [head] = lines;
  if (!head || !("startedAt" in head) || head.formatVersion !== FORMAT || head.of !== identity) return [];
  const age = now - head.startedAt;
  return age >= 0 && age <= USABLE_MILLISECONDS ? lines : [];
}

function requireState(file: string, [head]: readonly Line[]): void {
  if (head === undefined ? readFileSize(file) === 0 : "startedAt" in head) return;
  throw new UserError(
    "usage",
    `${file} is not the state of a run, which would take its place; name another file for it.`,
  );
}

function readFileSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function startOf([head]: readonly Line[]): number | null {
  return head && "startedAt" in head ? head.startedAt : null;
}

function readLines(file: string): Line[] {
  requirePlainFile(file, "Cannot keep the state of the run in");
  try {
    return readFileSync(file, "utf8").split("\n").flatMap(readLine);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return [];
    throw cannotUse(file, error);
  }
}

/** Only the end of a file that was being written can be no line of ours; a file of somebody else has no head of ours. */
function readLine(text: string): Line[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? [value as Line] : [];
  } catch (error) {
    if ((error as Error).name === "SyntaxError") return [];
    throw error;
  }
}

function printLine(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

function digest(value: object): string {
  return hash("sha256", JSON.stringify(value)).slice(0, 16);
}

function naming(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (systemErrorCode(error) === null) throw error;
    throw cannotUse(file, error);
  }
}

function cannotUse(file: string, error: unknown): UserError {
  return new UserError("usage", `Cannot keep the state of the run in ${file}: ${systemErrorText(error)}.`, {
    cause: error,
  });
}
