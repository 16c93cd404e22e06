import type { ReportFinding } from "@schema-gate/report";
import { shown } from "../shown.js";
import type { UnreadableFile } from "../sides/unreadable-file.js";
import { gateFinding } from "./gate-finding.js";

/** Blocks whatever the configuration says: the views were compared without these files, which may have held anything. */
export function baseUnreadable(files: readonly UnreadableFile[]): readonly ReportFinding[] {
  // One file is read where the change left the base and at its tip, and may be two there.
  const byPath = new Map(files.map((file) => [file.file, file]));
  return Array.from(byPath.values(), ({ view, file, reason }) =>
    gateFinding("base-unreadable", {
      path: file.endsWith(".yaml") ? "@contract" : "@snapshot",
      view,
      action: "block",
      message: `What the base holds cannot be read, so nothing was compared with it. ${shown(reason)}`,
      location: { side: "before", file, line: 1, endLine: 1 },
    }),
  );
}
