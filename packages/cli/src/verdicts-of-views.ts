import type { Contract, HistoryVerdict } from "@schema-gate/contract";
import { contractsSide, type Policy, verdictOf } from "@schema-gate/gate";
import type { ReportFinding } from "@schema-gate/report";
import type { Io } from "./io.js";
import { judgeSides } from "./judge-sides.js";

/** What a snapshot replaces, and what it replaces it with. */
interface ReplacedViews {
  readonly before: readonly Contract[];
  readonly after: readonly Contract[];
  /** Today, UTC. */
  readonly asOf: string;
}

/**
 * What the gate says of each view that a snapshot changes, by label, as histories record it; views without a finding pass.
 * Findings on the gate itself, such as unused waivers, are nothing that a view did.
 */
export async function verdictsOfViews(
  policy: Policy,
  { before, after, asOf }: ReplacedViews,
  io: Io,
): Promise<ReadonlyMap<string, HistoryVerdict>> {
  const sides = {
    before: contractsSide("directory", "snapshots", before),
    after: contractsSide("live", "live", after),
  };
  const { findings } = await judgeSides(policy, sides, { asOf, format: "text" }, "check", io);
  const ofView = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    if (finding.view === null || finding.kind === "gate") continue;
    ofView.set(finding.view, [...(ofView.get(finding.view) ?? []), finding]);
  }
  return new Map(Array.from(ofView, ([view, found]) => [view, verdictOf(found)]));
}
