import { resolve } from "node:path";
import { type Contract, type ContractFile, type Profile, printBundle, viewLabel } from "@schema-gate/contract";
import { committedSide, judgeDrift, type LiveTrino, policyOfDirectory } from "@schema-gate/gate";
import { openRunState, type RunState, readSeries, type Series, writeSeries } from "@schema-gate/snapshot";
import { coverage } from "../drift/covered-schemas.js";
import { type DriftOptions, limitsOf } from "../drift/drift-options.js";
import { observe } from "../drift/observe.js";
import { daySince, linesOfRun } from "../drift/series-of-drift.js";
import { type ExitCode, exitCodeOf, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { requireAsOf } from "../judging-options.js";
import { brokenLines } from "../live-side.js";
import { withTrino } from "../live-trino.js";
import { printReport } from "../print-report.js";
import { findProfile } from "../profile.js";
import { withProgress } from "../progress.js";
import { readersHere } from "../readers-here.js";
import { replaceFile } from "../write-file.js";

/** `schema-diff drift [profile]`: live Trino, its structure and its rows, against what is committed. */
export async function drift(name: string | undefined, options: DriftOptions, io: Io): Promise<ExitCode> {
  const asOf = requireAsOf(options);
  const policy = await policyOfDirectory(io.cwd);
  const profile = findProfile(name ?? null, policy.config);
  const limits = limitsOf(options, profile.timeouts.querySeconds);
  const committed = committedSide(options, io.cwd, coverage(profile));
  const contracts =
    (await committed.contracts?.read([...committed.contracts.entries.keys()])) ?? new Map<string, ContractFile>();
  const series: Series = options.series === undefined ? new Map() : readSeries(resolve(io.cwd, options.series));
  const state = openState(options, profile, io);
  const given = {
    profile,
    committed,
    contracts,
    limits,
    series,
    state,
    acceptRemovals: options.acceptRemovals ?? false,
  };
  const live = await withTrino(profile, io, options.verbose ?? false, (port) => observe(port, given, io));
  const report = await withProgress(io, "Comparing views", (onProgress) =>
    judgeDrift({
      ...policy,
      committed,
      contracts,
      live,
      asOf,
      failOn: options.failOn ?? null,
      since: daySince(series, asOf),
      openReaders: async () => readersHere(policy, io),
      onProgress,
    }),
  );
  if (options.observed !== undefined) replaceFile(io.cwd, options.observed, printBundle(storedViews(live)));
  await printReport(report, options.format, io);
  if (options.series !== undefined)
    writeSeries(resolve(io.cwd, options.series), series, linesOfRun(series, live, report));
  state?.finish();
  return sayUnseen(live, io) ? exitCodes.unreachable : exitCodeOf(report.verdict);
}

/** What was seen of each view, as a snapshot has it; of the others nothing is written. */
function storedViews({ views }: LiveTrino): Contract[] {
  return views.flatMap(({ stored }) => stored ?? []);
}

function openState({ state }: DriftOptions, profile: Profile, io: Io): RunState | null {
  if (state === undefined) return null;
  const { server, catalog, schemas, user } = profile;
  const opened = openRunState(resolve(io.cwd, state), { server, catalog, schemas, user }, Date.now());
  if (opened.recalled > 0)
    io.err.write(`Going on with a run that was cut short; ${opened.recalled} views are known.\n`);
  return opened;
}

/** Names the views that could not be seen; nothing is concluded from them. */
function sayUnseen({ views, unseen }: LiveTrino, io: Io): boolean {
  const failing = views.flatMap(({ view, failure }) =>
    failure?.kind === "unseen" ? [{ view, reason: failure.reason }] : [],
  );
  const all = [...failing, ...unseen].sort((one, other) => (viewLabel(one.view) < viewLabel(other.view) ? -1 : 1));
  if (all.length > 0) io.err.write(`Not every view could be checked:\n${brokenLines(all)}\n`);
  return all.length > 0;
}
