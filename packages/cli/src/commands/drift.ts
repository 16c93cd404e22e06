import { type Profile, readLocated, type ViewName, viewLabel } from "@schema-gate/contract";
import { contractsSide, openSide, policyOfDirectory, type Side, type Sides } from "@schema-gate/gate";
import { type Broken, confirmGone, type Snapshot } from "@schema-gate/snapshot";
import { type ExitCode, exitCodeOf, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { judgeSides } from "../judge-sides.js";
import { type JudgingOptions, requireAsOf } from "../judging-options.js";
import { brokenLines, readLive } from "../live-side.js";
import { withTrino } from "../live-trino.js";
import { printReport } from "../print-report.js";
import { findProfile } from "../profile.js";

interface DriftOptions extends JudgingOptions {
  readonly snapshots: string;
  readonly verbose?: boolean;
}

/** `schema-diff drift [profile]`: the structure of live Trino against what is committed. */
export async function drift(name: string | undefined, options: DriftOptions, io: Io): Promise<ExitCode> {
  requireAsOf(options);
  const policy = await policyOfDirectory(io.cwd);
  const profile = findProfile(name ?? null, policy.config);
  const committed = await openSide({ kind: "path", path: options.snapshots }, io.cwd);
  const live = await readLive(profile, io, options.verbose ?? false);
  const { sides, unknown } = await comparable(committed, live, profile, io, options.verbose ?? false);
  const report = await judgeSides(policy, sides, options, "check", io);
  await printReport(report, options.format, io);
  if (unknown.length === 0) return exitCodeOf(report.verdict);
  io.err.write(`Not every view could be checked:\n${brokenLines(unknown)}\n`);
  return exitCodes.unreachable;
}

/** The committed side holds what the profile covers; a view that could not be read stands on neither side, and is named. */
async function comparable(
  committed: Side,
  live: Snapshot,
  profile: Profile,
  io: Io,
  verbose: boolean,
): Promise<{ sides: Sides; unknown: readonly Broken[] }> {
  const covered = [...committed.entries.values()].map((entry) => entry.name).filter((view) => covers(profile, view));
  const seen = new Set([...live.contracts, ...live.broken.map((each) => each.view)].map(viewLabel));
  const missing = covered.filter((view) => !seen.has(viewLabel(view)));
  const { doubtful } =
    missing.length === 0
      ? { doubtful: [] }
      : await withTrino(profile, io, verbose, (port) => confirmGone(port, missing));
  const unknown = [...live.broken, ...doubtful];
  const unread = new Set(unknown.map((each) => viewLabel(each.view)));
  const labels = covered.map(viewLabel).filter((label) => !unread.has(label));
  const read = await committed.read(labels);
  const before = contractsSide("directory", committed.source, [...read.values()].map(readLocated));
  const after = contractsSide("live", `live:${profile.server}`, live.contracts);
  return { sides: { before, after }, unknown };
}

function covers({ catalog, schemas }: Profile, view: ViewName): boolean {
  return view.catalog === catalog.toLowerCase() && schemas.some((schema) => schema.toLowerCase() === view.schema);
}
