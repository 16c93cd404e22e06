import { type Config, type Profile, UserError, viewLabel } from "@schema-gate/contract";
import { contractsSide, type Side } from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { type Broken, confirmGone, type Snapshot, type TrinoPort, takeSnapshot } from "@schema-gate/snapshot";
import { closedViews } from "./closed-views.js";
import { coverage } from "./drift/covered-schemas.js";
import type { Io } from "./io.js";
import { withTrino } from "./live-trino.js";
import { findProfile } from "./profile.js";
import { withProgress } from "./progress.js";

/**
 * `live:<profile>` as a side that is compared with another, as far as that is open. A view that could not be read, or that only
 * this user does not see, would be missed in silence or seem removed, so it is an error here.
 */
export async function openLiveSide(name: string | null, other: Side | null, config: Config, io: Io): Promise<Side> {
  const profile = findProfile(name, config);
  const { contracts, broken } = await withTrino(profile, io, false, async (port) => {
    const shown = await withProgress(io, "Reading views", (onProgress) =>
      takeSnapshot(port, { ...profile, onProgress }),
    );
    const unseen = other === null ? [] : await unseenViews(port, profile, shown, other);
    return { ...shown, broken: [...shown.broken, ...unseen] };
  });
  if (broken.length > 0) {
    throw new UserError("unreachable", `Not every view of live Trino could be read.\n${brokenLines(broken)}`);
  }
  return { ...contractsSide("live", `live:${name ?? ""}`, contracts), covers: coverage(profile) };
}

/** Views and columns of the other side that are there, and that listings keep from this user. */
async function unseenViews(
  port: TrinoPort,
  profile: Profile,
  { contracts, broken }: Snapshot,
  other: Side,
): Promise<readonly Broken[]> {
  const covers = coverage(profile);
  const listed = new Set([...contracts, ...broken.map(({ view }) => view)].map(viewLabel));
  const missing = [...other.entries].filter(([label, { name }]) => covers(name) && !listed.has(label));
  const { doubtful } = await confirmGone(
    port,
    missing.map(([, { name }]) => name),
  );
  const views = contracts.map((stored) => ({ view: stored, stored }));
  return [...doubtful, ...(await closedViews(port, views, { committed: other, contracts: new Map() }))];
}

/** One line for each view that could not be read. */
export function brokenLines(broken: readonly Broken[]): string {
  const line = ({ view, reason }: Broken) => visibleText(`  ${viewLabel(view)}: ${reason.replace(/\s+/g, " ")}`);
  return broken.map(line).join("\n");
}
