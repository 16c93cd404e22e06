import type { Cost } from "./measure.js";

/** One line of the table: a cost as a ratio to that of doing only what cannot be left out. */
export interface Row {
  readonly what: string;
  readonly cost: Cost;
  readonly baseline: Cost;
  readonly bound: Bound | null;
}

/** What design section 10 allows, as ratios; `null` where it says nothing of memory. */
export interface Bound {
  readonly time: number;
  readonly memory: number | null;
}

/** A line of the table about something that could not be measured. */
export interface Missing {
  readonly what: string;
  readonly why: string;
}

/** Rows as a Markdown table: what is held to a bound, and what is only measured beside it. */
export function printTable(rows: readonly (Row | Missing)[]): string {
  const lines = rows.map((row) => ("why" in row ? `| ${row.what} | ${row.why} | | | | |` : printRow(row)));
  return `| what | time | memory | bound | | absolute |\n|---|---|---|---|---|---|\n${lines.join("\n")}\n`;
}

function printRow({ what, cost, baseline, bound }: Row): string {
  const time = cost.milliseconds / baseline.milliseconds;
  const memory = cost.mebibytes === null || baseline.mebibytes === null ? null : cost.mebibytes / baseline.mebibytes;
  const held =
    bound === null
      ? ""
      : time <= bound.time && (bound.memory === null || (memory ?? Number.POSITIVE_INFINITY) <= bound.memory)
        ? "held"
        : "NOT HELD";
  const cells = [what, time.toFixed(2), memory?.toFixed(2) ?? "–", printBound(bound), held, absolute(cost, baseline)];
  return `| ${cells.join(" | ")} |`;
}

function printBound(bound: Bound | null): string {
  if (bound === null) return "";
  return bound.memory === null ? `${bound.time}` : `${bound.time}, memory ${bound.memory}`;
}

function absolute(cost: Cost, baseline: Cost): string {
  const times = `${cost.milliseconds.toFixed(0)} ms of ${baseline.milliseconds.toFixed(0)} ms`;
  if (cost.mebibytes === null) return times;
  if (baseline.mebibytes === null) return `${times}, ${cost.mebibytes.toFixed(0)} MiB`;
  return `${times}, ${cost.mebibytes.toFixed(0)} MiB of ${baseline.mebibytes.toFixed(0)} MiB`;
}
