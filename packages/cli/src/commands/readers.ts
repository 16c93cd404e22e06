import { viewLabel } from "@schema-gate/contract";
import { findReaders, type KnownReader } from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { findView, knownViews } from "../known-views.js";

/** `schema-diff readers <view>`. */
export async function readers(
  said: string,
  { format }: { readonly format: "text" | "json" },
  io: Io,
): Promise<ExitCode> {
  const known = knownViews(io);
  const view = findView(said, known);
  const found = await findReaders(view, known.side, io.cwd);
  const label = viewLabel(view);
  if (format === "json")
    io.out.write(`${JSON.stringify({ formatVersion: 1, view: label, readers: found }, null, 2)}\n`);
  else io.out.write(listReaders(label, found));
  return exitCodes.pass;
}

function listReaders(label: string, found: readonly KnownReader[]): string {
  const amount =
    found.length === 0 ? "no known reader" : `${found.length} known reader${found.length === 1 ? "" : "s"}`;
  const lines = found.flatMap(({ kind, name, file, doubt }) => [
    `  ${kind.padEnd(5)}  ${visibleText(`${name}: ${file}`)}`,
    ...(doubt === null ? [] : [`         names it; whether it reads it cannot be told: ${visibleText(doubt)}`]),
  ]);
  return [`${visibleText(label)} has ${amount}${found.length === 0 ? "." : ":"}`, ...lines, ""].join("\n");
}
