import type { Contract } from "@schema-gate/contract";
import type { StatedDeletion } from "../change.js";

/**
 * Whether an added column marks deleted rows: the policy's `deletedAt` (without case and underscores) or the deletion
 * column a contract names. Readers go by what they were told before: a mode that comes with the column was promised to
 * nobody. `null` for any other column.
 */
export function deletionMarker(name: string, before: Contract | null, after: Contract | null): StatedDeletion | null {
  const named = [before, after].some((side) => side?.promises?.deletionColumn === name.toLowerCase());
  if (!named && name.toLowerCase().replaceAll("_", "") !== "deletedat") return null;
  return before?.promises?.deletionMode ?? "unknown";
}
