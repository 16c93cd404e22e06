import { nameLabel } from "../view-label.js";

/** Promises findings can be about; columns and what is inside of them have paths of their own. */
export type PromiseName =
  | "family"
  | "version"
  | "status"
  | "released"
  | "endOfSupport"
  | "grain"
  | "granularity"
  | "deletion"
  | "deletionColumn"
  | "latency"
  | "frequency"
  | "retention"
  | "owner"
  | "support"
  | "documentation"
  | "stakeholders"
  | "successor"
  | "predecessor"
  | "versionReason"
  | "use"
  | "job"
  | "task"
  | "justification"
  | "sql"
  | "serviceAccount"
  | "project"
  | "evergreen";

/** The path of a promise in findings: `@grain`, `@latency(updated_at)`, `@stakeholders("Build Baron")`. */
export function promisePath(promise: PromiseName, of: string | null = null): string {
  return of === null ? `@${promise}` : `@${promise}(${nameLabel(of)})`;
}
