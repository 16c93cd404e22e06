import { type Config, type Profile, UserError, viewLabel } from "@schema-gate/contract";
import { contractsSide, type Side } from "@schema-gate/gate";
import { visibleText } from "@schema-gate/report";
import { type Broken, type Snapshot, takeSnapshot } from "@schema-gate/snapshot";
import type { Io } from "./io.js";
import { withTrino } from "./live-trino.js";
import { findProfile } from "./profile.js";
import { withProgress } from "./progress.js";

/** `live:<profile>` as a side. A view that could not be read would be missed in silence, so it is an error here. */
export async function openLiveSide(name: string | null, config: Config, io: Io): Promise<Side> {
  const profile = findProfile(name, config);
  const { contracts, broken } = await readLive(profile, io, false);
  if (broken.length > 0) {
    throw new UserError("unreachable", `Not every view of live Trino could be read.\n${brokenLines(broken)}`);
  }
  return contractsSide("live", `live:${name ?? ""}`, contracts);
}

/** Everything live Trino publishes in the schemas of a profile. */
export async function readLive(profile: Profile, io: Io, verbose: boolean): Promise<Snapshot> {
  return withTrino(profile, io, verbose, (port) =>
    withProgress(io, "Reading views", (onProgress) => takeSnapshot(port, { ...profile, onProgress })),
  );
}

/** One line for each view that could not be read. */
export function brokenLines(broken: readonly Broken[]): string {
  const line = ({ view, reason }: Broken) => visibleText(`  ${viewLabel(view)}: ${reason.replace(/\s+/g, " ")}`);
  return broken.map(line).join("\n");
}
