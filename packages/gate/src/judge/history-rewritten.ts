import { parseHistory, rebuildHistory, UserError } from "@schema-gate/contract";
import type { Action } from "@schema-gate/diff";
import { amount, type ReportFinding } from "@schema-gate/report";
import type { EditedHistory } from "../check/edited-histories.js";
import { contentId } from "../content-id.js";
import { shown } from "../shown.js";
import { gateFinding } from "./gate-finding.js";

/**
 * What a change takes away from histories that could be read before it. One that nobody could read has nothing to lose:
 * taking it away is how it is mended.
 */
export function historiesRewritten(histories: readonly EditedHistory[], action: Action): readonly ReportFinding[] {
  return histories.flatMap((history) => {
    const loss = lossOf(history);
    if (loss === null || unreadable(history.before, history) !== null) return [];
    const { view, file } = history;
    const location = { side: "before", file, line: loss.line, endLine: loss.line } as const;
    return [
      gateFinding("history-rewritten", {
        path: "@history",
        view,
        before: contentId(history.before),
        ...(history.after && { after: contentId(history.after) }),
        action,
        message: `${shown(file)} ${loss.how}.`,
        location,
      }),
    ];
  });
}

interface Loss {
  readonly how: string;
  /** The first line that is concerned, as it stood before. */
  readonly line: number;
}

/** The first line lost and how many are, by their texts: a merge may have moved or doubled them. */
function lossOf(history: EditedHistory): Loss | null {
  const { before, after } = history;
  const lines = linesOf(before);
  if (after === null) return { how: `is removed, and with it ${amount(lines.length, "line")}`, line: 1 };
  const left = new Set(linesOf(after).map(({ text }) => text));
  const lost = lines.filter(({ text }) => !left.has(text));
  const [first] = lost;
  if (first) return { how: `loses ${lost.length} of ${amount(lines.length, "line")}`, line: first.line };
  const reason = unreadable(after, history);
  return reason === null ? null : { how: `can no longer be read: ${shown(reason.replace(/\.$/, ""))}`, line: 1 };
}

function linesOf(bytes: Buffer): readonly { readonly text: string; readonly line: number }[] {
  const lines = bytes.toString("utf8").split("\n");
  return lines
    .map((text, index) => ({ text: text.replace(/\r$/, ""), line: index + 1 }))
    .filter(({ text }) => text !== "");
}

function unreadable(bytes: Buffer, { file, view }: EditedHistory): string | null {
  try {
    rebuildHistory(parseHistory(bytes, file), file, view);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
