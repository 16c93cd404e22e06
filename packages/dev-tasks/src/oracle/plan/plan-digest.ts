import { createHash } from "node:crypto";
import type { PlannedCase, PlannedViews } from "./plan-case.js";
import { createStatements } from "./planned-view.js";

/** Sixteen hex digits that change with any statement or query of the case. */
export function planDigest({ before, after, released, readers }: Omit<PlannedCase, "digest">): string {
  const statements = (views: PlannedViews) =>
    Object.entries(views).map(([name, view]) => [view.kind, createStatements(name, view)]);
  const queries = readers.map(({ categories, sql }) => [categories, sql]);
  const text = JSON.stringify([statements(before), statements(after), released, queries]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
