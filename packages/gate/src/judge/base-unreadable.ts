import { HISTORY_ENDING, viewLabel } from "@schema-gate/contract";
import type { ReportFinding } from "@schema-gate/report";
import { shown } from "../shown.js";
import type { Side } from "../sides/side.js";
import type { UnreadableFile } from "../sides/unreadable-file.js";
import { gateFinding } from "./gate-finding.js";

/**
 * Blocks whatever the configuration says: the views were compared without these files, which may have held anything. The
 * content ids of what cannot be read and of what the change has there are part of the finding, for a waiver is about those.
 */
export function baseUnreadable(files: readonly UnreadableFile[], after: Side): readonly ReportFinding[] {
  // One file is read where the change left the base and at its tip, and may be two there.
  const byPath = new Map(files.map((file) => [file.file, file]));
  return Array.from(byPath.values(), ({ view, file, reason }) => {
    const ids = new Set(files.filter((each) => each.file === file).map(({ contentId }) => contentId));
    const now = idAfter(after, viewLabel(view), file);
    return gateFinding("base-unreadable", {
      path: kindOf(file),
      view,
      before: [...ids].sort().join(", "),
      ...(now !== undefined && { after: now }),
      action: "block",
      message: `What the base holds cannot be read, so nothing was compared with it. ${shown(reason)}`,
      location: { side: "before", file, line: 1, endLine: 1 },
    });
  });
}

function kindOf(file: string): "@contract" | "@history" | "@snapshot" {
  if (file.endsWith(".yaml")) return "@contract";
  return file.endsWith(HISTORY_ENDING) ? "@history" : "@snapshot";
}

/** What the file is known by after the change. A history is held against what the base has of it, whatever became of it. */
function idAfter({ entries, contracts }: Side, label: string, file: string): string | undefined {
  const kind = kindOf(file);
  if (kind === "@history") return undefined;
  return (kind === "@contract" ? contracts?.entries : entries)?.get(label)?.contentId;
}
