import { type Contract, type Profile, type ViewName, viewLabel, viewName } from "@schema-gate/contract";
import { sortedByName } from "./by-name.js";
import { type CommittedViews, committedViews } from "./files/committed-views.js";
import { type Replaced, replaceSnapshots } from "./files/replace-snapshots.js";
import { unwritableName } from "./files/unwritable-name.js";
import { writingBelow } from "./files/write-snapshots.js";
import type { Recording } from "./history/record-changes.js";
import { hiddenColumns, mayNotRead } from "./live/confirm-columns.js";
import { confirmGone } from "./live/confirm-gone.js";
import { type Broken, type Snapshot, type SnapshotProgress, takeSnapshot } from "./live/take-snapshot.js";
import { refuseSharpFall } from "./sharp-fall.js";
import type { TrinoPort } from "./trino/trino-port.js";

/** How a snapshot is to be taken. */
export interface SnapshotIntoOptions {
  /** Believe that many views are gone at once (`--accept-removals`). */
  readonly acceptRemovals?: boolean;
  /** Keeps the history of each view beside its snapshot. */
  readonly recording?: Recording;
  readonly onProgress?: (progress: SnapshotProgress) => void;
}

/** What a snapshot changed below `root`, each list sorted by name; files of broken views were left alone. */
export interface SnapshotOutcome extends Replaced {
  readonly broken: readonly Broken[];
  readonly serverVersion: string;
}

/**
 * Live Trino into the snapshot files below `root` (the folder `snapshots`). Nothing is written before everything has been
 * read. With `broken` not empty the whole could not be checked: the caller names each and exits 3. Throws a UserError.
 */
export async function snapshotInto(
  port: TrinoPort,
  profile: Pick<Profile, "catalog" | "schemas">,
  root: string,
  { acceptRemovals = false, recording, onProgress }: SnapshotIntoOptions = {},
): Promise<SnapshotOutcome> {
  return await writingBelow(root, async () => {
    const committed = await committedOf(root, profile);
    const { contracts, broken, serverVersion } = withoutUnwritable(
      await takeSnapshot(port, { ...profile, ...(onProgress && { onProgress }) }),
    );
    const seen = new Set([...contracts, ...broken.map(({ view }) => view)].map(viewLabel));
    const isUnseen = (view: ViewName) => !seen.has(viewLabel(view));
    const { gone, doubtful } = await confirmGone(port, committed.snapshots.filter(isUnseen));
    if (!acceptRemovals) refuseSharpFall(committed.snapshots.length, gone);
    const standing = new Set(committed.snapshots.map(viewLabel));
    const lost = committed.histories.filter((view) => isUnseen(view) && !standing.has(viewLabel(view)));
    const { broken: unrecorded, ...replaced } = await replaceSnapshots(root, {
      contracts,
      removed: gone,
      lost,
      recording: recording ?? null,
      whyHeld: (before, after) => whyHidden(port, before, after),
    });
    const unknown = [...broken, ...doubtful, ...unrecorded];
    return { ...replaced, broken: sortedByName(unknown, ({ view }) => view), serverVersion };
  });
}

/** Columns that went may only be hidden from this user, and then they did not go. */
async function whyHidden(port: TrinoPort, before: Contract, after: Contract): Promise<string | null> {
  const shown = new Set(after.columns.map(({ name }) => name));
  const missing = before.columns.map(({ name }) => name).filter((name) => !shown.has(name));
  const hidden = await hiddenColumns(port, viewName(after), missing);
  return hidden.length === 0 ? null : mayNotRead(hidden);
}

/** A view that no file can be named for is broken: it must not keep the others from being written. */
function withoutUnwritable(snapshot: Snapshot): Snapshot {
  const broken = snapshot.contracts.flatMap((contract) => {
    const reason = unwritableName(contract);
    return reason === null ? [] : [{ view: viewName(contract), reason }];
  });
  if (broken.length === 0) return snapshot;
  const contracts = snapshot.contracts.filter((contract) => unwritableName(contract) === null);
  return { ...snapshot, contracts, broken: [...snapshot.broken, ...broken] };
}

async function committedOf(
  root: string,
  { catalog, schemas }: Pick<Profile, "catalog" | "schemas">,
): Promise<CommittedViews> {
  const names = new Set(schemas.map((schema) => schema.toLowerCase()));
  const views = await Promise.all([...names].map((schema) => committedViews(root, catalog.toLowerCase(), schema)));
  const sorted = (found: readonly ViewName[]) => sortedByName(found, (view) => view);
  return {
    snapshots: sorted(views.flatMap(({ snapshots }) => snapshots)),
    histories: sorted(views.flatMap(({ histories }) => histories)),
  };
}
