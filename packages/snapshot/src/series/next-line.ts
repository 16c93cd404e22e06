import type { Measured } from "@schema-gate/contract";
import type { SeriesLine } from "./series-line.js";

/** What one run found of one view. */
export interface RunOfView {
  readonly view: string;
  readonly asOf: string;
  readonly measured: Measured | null;
  /** The ids of its findings. */
  readonly findings: readonly string[];
  /** Whether rows were found to have vanished: then there must be as many as before. */
  readonly isShort: boolean;
  /** Findings of earlier runs that this run could not look after: they stand. */
  readonly unlooked: (id: string) => boolean;
}

/** The line of this run, from what it found and the line of the run before. */
export function nextLine(run: RunOfView, last: SeriesLine | null): SeriesLine {
  const { view, asOf, measured } = run;
  return {
    formatVersion: 1,
    view,
    asOf,
    measured,
    mostRows: mostRows(run, last),
    oldestEver: oldestEver(measured, last),
    findings: { ...carried(run, last), ...Object.fromEntries(run.findings.map((id) => [id, since(id, run, last)])) },
  };
}

/** The day since which a finding stands: that of an earlier run where it was found in every run since. */
export function since(id: string, { asOf }: Pick<RunOfView, "asOf">, last: SeriesLine | null): string {
  const day = last?.findings[id];
  // A run of the same or a later day is run again: what it found it finds anew.
  return day !== undefined && day < asOf ? day : asOf;
}

function carried({ findings, unlooked }: RunOfView, last: SeriesLine | null): Record<string, string> {
  const earlier = Object.entries(last?.findings ?? {});
  return Object.fromEntries(earlier.filter(([id]) => !findings.includes(id) && unlooked(id)));
}

function mostRows({ measured, isShort }: RunOfView, last: SeriesLine | null): number | null {
  const before = last?.mostRows ?? null;
  const now = measured?.allRows ?? null;
  return now === null || isShort ? before : now;
}

function oldestEver(measured: Measured | null, last: SeriesLine | null): Record<string, number> {
  const oldest = { ...last?.oldestEver };
  for (const [path, { time }] of Object.entries(measured?.oldest ?? {})) {
    if (time !== null) oldest[path] = Math.min(time, oldest[path] ?? time);
  }
  return oldest;
}
