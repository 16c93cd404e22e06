import type { Location, ReportFinding } from "../report.js";

/** How much room a finding gets: all of it, one line, or one line together with others of its rule in the view. */
export type Detail = "full" | "line" | "folded";

/** What asks for nothing gets a line; changed descriptions are many and read alike, so they share one for each view. */
export function detailOf({ action, impact, rule, waiver, kind }: ReportFinding): Detail {
  if (action === "block" || waiver !== null || kind !== "change") return "full";
  if (rule.startsWith("description-")) return "folded";
  return action === "allow" && (impact === "additive" || impact === "neutral") ? "line" : "full";
}

/** What stands before a finding: `BLOCK breaking`, `warn risky`, `waived breaking`, `additive`. */
export function labelOf({ action, impact, kind, waiver }: ReportFinding): string {
  const nature = impact ?? kind;
  if (waiver !== null) return `waived ${nature}`;
  if (action === "block") return `BLOCK ${nature}`;
  return action === "allow" ? nature : `${action} ${kind === "change" ? nature : nature.toUpperCase()}`;
}

/** The path, or words for the empty one. */
export function placeIn({ path, view }: ReportFinding): string {
  if (path !== "") return path;
  return view === null ? "" : "the view itself";
}

/** File and line where a person would edit, `snapshots/a/b/c.json:12`. */
export function locationText({ file, line }: Location): string {
  return `${file}:${line}`;
}
