import type { Column } from "../contract.js";
import type { SnapshotFile } from "./snapshot-schema.js";

const viewKeys = 9;
const columnKeys = 4;

/**
 * Whether a parsed file is one that `printSnapshot` wrote: every key there and no other, every value of its type. Says
 * what the schema says, at a twentieth of its cost and without copying; whatever it does not accept goes to the schema.
 */
export function isCanonicalView(value: unknown): value is SnapshotFile {
  if (!isRecord(value) || countKeys(value) !== viewKeys) return false;
  const { formatVersion, catalog, schema, name, kind, security, comment, columns, definition } = value;
  return (
    formatVersion === 1 &&
    isName(catalog) &&
    isName(schema) &&
    isName(name) &&
    (kind === null || kind === "view" || kind === "materialized-view" || kind === "table") &&
    (security === null || security === "definer" || security === "invoker") &&
    isTextOrNull(comment) &&
    isTextOrNull(definition) &&
    Array.isArray(columns) &&
    columns.every((column) => isCanonicalColumn(column))
  );
}

/** The same for one column. */
export function isCanonicalColumn(value: unknown): value is Column {
  if (!isRecord(value) || countKeys(value) !== columnKeys) return false;
  const { name, type, nullable, comment } = value;
  return (
    isName(name) &&
    typeof type === "string" &&
    type !== "" &&
    (nullable === null || typeof nullable === "boolean") &&
    isTextOrNull(comment)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function countKeys(value: object): number {
  let count = 0;
  for (const _ in value) count++;
  return count;
}

/** Longer names go to the schema, which knows the limit. */
function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && value.length <= 256;
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}
