import { resolve } from "node:path";
import { type History, type HistoryEntry, historyPath, parseSnapshotText, viewLabel } from "@schema-gate/contract";
import { visibleText } from "@schema-gate/report";
import { openHistory } from "@schema-gate/snapshot";
import { count, describeStep } from "../describe-step.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { findRecorded } from "../find-recorded.js";
import type { Io } from "../io.js";

interface LogOptions {
  readonly format: "text" | "json";
  readonly snapshots: string;
}

/** `schema-diff log <view>`: its history, newest first. */
export async function log(said: string, { format, snapshots }: LogOptions, io: Io): Promise<ExitCode> {
  const view = await findRecorded(said, snapshots, io);
  const { history } = await openHistory(resolve(io.cwd, snapshots), snapshots, view);
  const label = viewLabel(view);
  const newestFirst = [...(history?.entries ?? [])].reverse();
  if (format === "json") {
    const changes = newestFirst.map(({ date, verdict, line, before, after, patch }) => {
      return { date, verdict, line, before, after, patch };
    });
    io.out.write(`${JSON.stringify({ formatVersion: 1, view: label, changes }, null, 2)}\n`);
  } else if (history === null) {
    const begins = "It begins with the next change that schema-diff snapshot finds.";
    io.out.write(`${visibleText(label)} has no history yet. ${begins}\n`);
  } else {
    const file = `${snapshots}/${historyPath(view)}`;
    io.out.write(`${visibleText(`${label}: ${count(newestFirst.length, "change")} in ${file}`)}\n`);
    for (const entry of newestFirst) io.out.write(describeEntry(entry, history));
  }
  return exitCodes.pass;
}

function describeEntry(entry: HistoryEntry, history: History): string {
  const [before, after] = [entry.before, entry.after].map((digest) =>
    digest === null ? null : parseSnapshotText(history.textOf(digest), history.file),
  );
  const steps = describeStep(before ?? null, after ?? null).map((step) => `    ${visibleText(step)}\n`);
  return `\n${entry.date}  ${entry.verdict ?? foundPhrase(entry, history)}\n${steps.join("")}`;
}

/** What is said of a change that nobody saw being made. */
function foundPhrase({ follows }: HistoryEntry, { entries }: History): string {
  const followed = entries.find(({ id }) => id === follows[0]);
  if (followed === undefined) return "found; what came before is not known";
  return `found; made by other means, on a day since ${followed.date}`;
}
