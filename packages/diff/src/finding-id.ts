import { hash } from "node:crypto";
import { type ViewName, viewLabel } from "@schema-gate/contract";

/** The first 16 hex digits of SHA-256 over `[1, rule, view, path, before, after]`: stable from run to run (design section 4). */
export function findingId(
  rule: string,
  view: ViewName | null,
  path: string,
  before: string | null,
  after: string | null,
): string {
  const text = JSON.stringify([1, rule, view && labelOf(view), path, before, after]);
  return hash("sha256", text).slice(0, 16);
}

let last: { view: ViewName; label: string } | null = null;

/** Findings come view by view, so the last label is kept. */
function labelOf(view: ViewName): string {
  if (last?.view !== view) last = { view, label: viewLabel(view) };
  return last.label;
}
