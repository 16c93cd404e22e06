import { resolve } from "node:path";
import { viewLabel } from "@schema-gate/contract";
import { policyOfDirectory } from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { type SnapshotOutcome, snapshotInto } from "@schema-gate/snapshot";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { brokenLines } from "../live-side.js";
import { withTrino } from "../live-trino.js";
import { findProfile } from "../profile.js";
import { withProgress } from "../progress.js";
import { verdictsOfViews } from "../verdicts-of-views.js";

interface SnapshotOptions {
  readonly out: string;
  readonly acceptRemovals?: boolean;
  readonly verbose?: boolean;
}

/** `schema-diff snapshot [profile]`. */
export async function snapshot(name: string | undefined, options: SnapshotOptions, io: Io): Promise<ExitCode> {
  const policy = await policyOfDirectory(io.cwd);
  const profile = findProfile(name ?? null, policy.config);
  const today = io.today();
  const outcome = await withTrino(profile, io, options.verbose ?? false, (port) =>
    withProgress(io, "Reading views", (onProgress) =>
      snapshotInto(port, profile, resolve(io.cwd, options.out), {
        acceptRemovals: options.acceptRemovals ?? false,
        recording: { today, judge: (before, after) => verdictsOfViews(policy, { before, after, asOf: today }, io) },
        onProgress,
      }),
    ),
  );
  return tell(outcome, io);
}

function tell({ written, removed, unchanged, broken }: SnapshotOutcome, io: Io): ExitCode {
  for (const view of written) io.out.write(`written    ${visibleText(viewLabel(view))}\n`);
  for (const view of removed) io.out.write(`removed    ${visibleText(viewLabel(view))}\n`);
  io.out.write(`${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged\n`);
  if (broken.length === 0) return exitCodes.pass;
  const views = broken.length === 1 ? "1 view" : `${broken.length} views`;
  io.err.write(`${views} could not be read; what is committed of them was left alone:\n${brokenLines(broken)}\n`);
  return exitCodes.unreachable;
}
