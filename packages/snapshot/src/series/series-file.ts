import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { UserError } from "@schema-gate/contract";
import { requirePlainFile } from "../files/only-plain-file.js";
import { systemErrorCode, systemErrorText } from "../system-error.js";
import { type SeriesLine, seriesLineSchema } from "./series-line.js";

/** The lines of each view, by its label, from the oldest run to the newest. */
export type Series = ReadonlyMap<string, readonly SeriesLine[]>;

/** So many runs are kept of each view: what is longer ago stands in the newest line, as days since when. */
const KEPT_RUNS = 14;

/** Reads a series; empty where there is no such file yet. Throws a UserError naming the line that is none of ours. */
export function readSeries(file: string): Series {
  const series = new Map<string, SeriesLine[]>();
  readText(file)
    .split("\n")
    .forEach((text, index) => {
      if (text === "") return;
      const line = readLine(text, `${file}:${index + 1}`);
      series.set(line.view, [...(series.get(line.view) ?? []), line]);
    });
  return series;
}

/** The line of the last run that a view stands in. */
export function lastLine(series: Series, label: string): SeriesLine | null {
  return series.get(label)?.at(-1) ?? null;
}

/** Writes a series with the lines of one more run, whole or not at all. Another run of the same day replaces the first. */
export function writeSeries(file: string, series: Series, run: readonly SeriesLine[]): void {
  const all = new Map(series);
  for (const line of run) {
    const others = (all.get(line.view) ?? []).filter(({ asOf }) => asOf !== line.asOf);
    all.set(line.view, [...others, line].slice(-KEPT_RUNS));
  }
  const labels = [...all.keys()].sort();
  const text = labels.flatMap((label) => all.get(label) ?? []).map((line) => `${JSON.stringify(line)}\n`);
  // Of two runs that end at once neither gives the name of a series to what the other has half written.
  const staged = `${file}.${process.pid}.new`;
  try {
    writeFileSync(staged, text.join(""), { flush: true });
    renameSync(staged, file);
  } catch (error) {
    if (systemErrorCode(error) === null) throw error;
    throw new UserError("usage", `Cannot write the series ${file}: ${systemErrorText(error)}.`, { cause: error });
  } finally {
    rmSync(staged, { force: true });
  }
}

function readText(file: string): string {
  requirePlainFile(file, "Cannot read the series");
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return "";
    throw new UserError("usage", `Cannot read the series ${file}: ${systemErrorText(error)}.`, { cause: error });
  }
}

function readLine(text: string, place: string): SeriesLine {
  const refuse = (reason: string) =>
    new UserError("usage", `${place}: this is no line of a series (${reason}). Begin a new one by removing the file.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse("no JSON");
  }
  const line = seriesLineSchema.safeParse(value);
  if (line.success) return line.data;
  throw refuse(line.error.issues[0]?.path.join(".") || "not an object");
}
