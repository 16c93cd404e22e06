import { resolve } from "node:path";
import { historyPath, isDate, printSnapshot, stateDigest, stateOn, UserError, viewLabel } from "@schema-gate/contract";
import { type OpenedHistory, openHistory } from "@schema-gate/snapshot";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { findRecorded } from "../find-recorded.js";
import type { Io } from "../io.js";

interface ShowOptions {
  readonly at?: string;
  readonly snapshots: string;
}

/** `schema-diff show <view>`: its snapshot as it stands, or as it stood at the end of a day, byte for byte. */
export async function show(said: string, { at, snapshots }: ShowOptions, io: Io): Promise<ExitCode> {
  if (at !== undefined && !isDate(at)) {
    throw new UserError("usage", `--at ${JSON.stringify(at)} is not a date; write one like 2026-11-22.`);
  }
  if (at !== undefined && at > io.today()) {
    const rest = "nobody knows yet what will stand there. Leave --at out for what stands there now.";
    throw new UserError("usage", `--at ${at} is a day to come: ${rest}`);
  }
  const view = await findRecorded(said, snapshots, io);
  const opened = await openHistory(resolve(io.cwd, snapshots), snapshots, view);
  const text = at === undefined ? currentText(opened) : textOn(opened, at, `${snapshots}/${historyPath(view)}`);
  if (text !== null) {
    io.out.write(text);
    return exitCodes.pass;
  }
  const when = at === undefined ? "any more" : `on ${at}`;
  throw new UserError("usage", `There is no ${viewLabel(view)} ${when}; schema-diff log shows since when.`);
}

function currentText({ current }: OpenedHistory): string | null {
  return current === null ? null : printSnapshot(current);
}

function textOn({ history, current }: OpenedHistory, day: string, file: string): string | null {
  if (history === null) {
    const begins = "it begins with the next change that schema-diff snapshot finds";
    throw new UserError("usage", `There is no ${file} yet: ${begins}. Ask git for the snapshot of ${day}.`);
  }
  const digest = stateOn(history, day, stateDigest(current));
  return digest === null ? null : history.textOf(digest);
}
