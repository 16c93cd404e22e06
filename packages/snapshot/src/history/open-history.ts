import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Contract,
  type History,
  historyPath,
  latestLines,
  parseHistory,
  parseSnapshotText,
  rebuildHistory,
  snapshotPath,
  stateDigest,
  UserError,
  type ViewName,
} from "@schema-gate/contract";
import { isInterrupted } from "../files/replacement.js";
import { ifMissing } from "../system-error.js";
import { readHistoryBytes } from "./read-history.js";

/** A view's history with the snapshot it leads to. */
export interface OpenedHistory {
  /** `null` where none was begun. */
  readonly history: History | null;
  /** What the snapshot file says; `null` when there is none. */
  readonly current: Contract | null;
}

/**
 * Reads the history of a view below `root`, which messages call `shown`. Throws a UserError (`usage`) naming file and line
 * when lines were lost or edited, or when it does not lead to the snapshot that stands beside it.
 */
export async function openHistory(root: string, shown: string, view: ViewName): Promise<OpenedHistory> {
  const file = join(shown, historyPath(view));
  const bytes = await readHistoryBytes(join(root, historyPath(view)), file);
  const text = await readFile(join(root, snapshotPath(view)), "utf8").catch(ifMissing(null));
  const current = text === null ? null : parseSnapshotText(text, join(shown, snapshotPath(view)));
  if (bytes === null) return { history: null, current };
  const history = rebuildHistory(parseHistory(bytes, file), file, view);
  if (history.entries.length === 0) return { history: null, current };
  const latest = latestLines(history.entries);
  const digest = stateDigest(current);
  if (latest.some(({ after }) => after === digest)) return { history, current };
  const place = `${file}:${latest.at(-1)?.line}`;
  throw new UserError("usage", `${place}: ${(await isInterrupted(root)) ? interrupted : strayed(current)}`);
}

const interrupted =
  "this is the last line, and the snapshot is not as it says: a snapshot is being written, or was stopped. Wait for it, or run schema-diff snapshot again, which completes it.";

function strayed(current: Contract | null): string {
  const found = current === null ? "there is no snapshot" : "the snapshot beside it has another";
  return (
    `the history ends with this state, and ${found}. The snapshot was edited or merged, or lines were lost. ` +
    "Take both files back as git has them, or run schema-diff snapshot: it records what it finds."
  );
}
