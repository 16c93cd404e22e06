import type { ViewName } from "../contract.js";
import { printSnapshot } from "../snapshot-file/print-snapshot.js";
import { UserError } from "../user-error.js";
import { viewLabel } from "../view-label.js";
import { applyPatch } from "./apply-patch.js";
import { orderLines } from "./order-lines.js";
import { historyError, type RecordedLine, takeItBack } from "./parse-history.js";
import type { SnapshotDocument } from "./snapshot-document.js";
import { textDigest } from "./state-digest.js";

/** A line with what it was a change of. */
export interface HistoryEntry extends RecordedLine {
  /** SHA-256 of the snapshot file before; `null` when there was none. */
  readonly before: string | null;
}

/** A history of which every state was rebuilt and found to be what it was recorded to be. */
export interface History {
  /** Where it stands, for messages. */
  readonly file: string;
  /** Oldest first, each after those it follows, whatever their order in the file. */
  readonly entries: readonly HistoryEntry[];
  /** The text of the snapshot file that has this SHA-256. */
  readonly textOf: (digest: string) => string;
}

/** Ten thousand states of the widest view known; more is a file made to fill a memory. */
const MAX_REBUILT_BYTES = 256 * 1024 * 1024;

/**
 * Rebuilds every state of a view from its lines and checks each against the digest recorded for it. Throws a UserError
 * (`usage`) naming `file` and line when lines were lost or edited, or are about another view.
 */
export function rebuildHistory(lines: readonly RecordedLine[], file: string, view: ViewName): History {
  const texts = new Map<string, string>();
  const afterOf = new Map<string, string | null>();
  let rebuilt = 0;
  const entries = orderLines(lines, file).map((line) => {
    const [followed] = line.follows;
    const before = followed === undefined ? null : (afterOf.get(followed) ?? null);
    const text = stateAfter(line, before === null ? null : (texts.get(before) ?? null), file, view);
    rebuilt += text?.length ?? 0;
    if (rebuilt > MAX_REBUILT_BYTES) throw historyError(file, line.line, `it holds more than is read. ${takeItBack}`);
    if (text !== null && line.after !== null) texts.set(line.after, text);
    afterOf.set(line.id, line.after);
    return { ...line, before };
  });
  const textOf = (digest: string): string => {
    const text = texts.get(digest);
    if (text === undefined) throw new Error(`No line of ${file} makes the state ${digest}.`);
    return text;
  };
  return { file, entries, textOf };
}

function stateAfter(line: RecordedLine, before: string | null, file: string, view: ViewName): string | null {
  const state = patched(line, before, file);
  if (state !== null && viewLabel(state) !== viewLabel(view)) {
    throw historyError(file, line.line, `it is about ${viewLabel(state)}, not ${viewLabel(view)}. ${takeItBack}`);
  }
  const text = state === null ? null : printSnapshot(state);
  if ((text === null ? null : textDigest(text)) === line.after) return text;
  throw historyError(file, line.line, `its patch does not make the state it was recorded with. ${takeItBack}`);
}

function patched({ patch, line }: RecordedLine, before: string | null, file: string): SnapshotDocument | null {
  try {
    return applyPatch(before === null ? null : JSON.parse(before), patch);
  } catch (cause) {
    const problem = `its patch cannot be applied to the state before it. ${takeItBack}`;
    throw new UserError("usage", `${file}:${line}: ${problem}`, { cause });
  }
}
