import { viewLabel } from "@schema-gate/contract";
import { directoryReaders, findReaders, policyOfDirectory } from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { type ChangedReader, changedReaders } from "../changed-readers.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { findView, knownViews } from "../known-views.js";

interface ReadersOptions {
  readonly format: "text" | "json";
  readonly since?: string;
  readonly asOf: string;
}

/** `schema-diff readers <view>`. */
export async function readers(said: string, { format, since, asOf }: ReadersOptions, io: Io): Promise<ExitCode> {
  const view = findView(said, knownViews(io));
  const label = viewLabel(view);
  const policy = await policyOfDirectory(io.cwd);
  const found = await findReaders(view, directoryReaders(io.cwd, policy.config.jobFolders));
  if (since === undefined) {
    print(label, format, { formatVersion: 1, view: label, readers: found }, found, io);
    return exitCodes.pass;
  }
  const changed = await changedReaders(label, found, { since, asOf, policy }, io);
  print(label, format, { formatVersion: 1, view: label, since, readers: changed }, changed, io);
  return exitCodes.pass;
}

type ShownReader = Omit<ChangedReader, "broken"> & Partial<Pick<ChangedReader, "broken">>;

function print(label: string, format: ReadersOptions["format"], all: object, found: readonly ShownReader[], io: Io) {
  io.out.write(format === "json" ? `${JSON.stringify(all, null, 2)}\n` : listReaders(label, found));
}

function listReaders(label: string, found: readonly ShownReader[]): string {
  const amount =
    found.length === 0 ? "no known reader" : `${found.length} known reader${found.length === 1 ? "" : "s"}`;
  const lines = found.flatMap(({ kind, name, file, doubt, broken = [] }) => [
    `  ${kind.padEnd(5)}  ${visibleText(`${name}: ${file}`)}`,
    ...(doubt === null ? [] : [`         names it; whether it reads it cannot be told: ${visibleText(doubt)}`]),
    ...broken.map(({ isCertain, rule, path, finding }) => {
      const what = `${rule}${path === "" ? "" : ` ${path}`} ${finding}`;
      return `         ${isCertain ? "breaks" : "may break"} by ${visibleText(what)}`;
    }),
  ]);
  return [`${visibleText(label)} has ${amount}${found.length === 0 ? "." : ":"}`, ...lines, ""].join("\n");
}
