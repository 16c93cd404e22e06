import {
  type Contract,
  canonicalType,
  parseSnapshotText,
  snapshotPath,
  TypeTextError,
  UserError,
  type ViewName,
  viewLabel,
} from "@schema-gate/contract";

/** What a snapshot file says of its view; `null` for one that was damaged, which is replaced by what is live, as ever. */
export function readableSnapshot(text: string, view: ViewName): Contract | null {
  try {
    const read = parseSnapshotText(text, snapshotPath(view));
    for (const { type } of read.columns) canonicalType(type);
    return viewLabel(read) === viewLabel(view) ? read : null;
  } catch (error) {
    if (error instanceof UserError || error instanceof TypeTextError) return null;
    throw error;
  }
}
