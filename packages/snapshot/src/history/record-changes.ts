import { join } from "node:path";
import {
  type Contract,
  type History,
  type HistoryVerdict,
  historyPath,
  latestLines,
  nextLines,
  parseHistory,
  type RecordedLine,
  rebuildHistory,
  stateDigest,
  UserError,
  type ViewName,
  viewLabel,
  withLastKnown,
} from "@schema-gate/contract";
import pMap from "p-map";
import type { Broken } from "../live/take-snapshot.js";
import { readHistoryBytes } from "./read-history.js";
import { readableSnapshot } from "./readable-snapshot.js";

/** What histories say besides what changed. */
export interface Recording {
  /** Today, `2026-11-22`, in UTC. */
  readonly today: string;
  /** The verdict on each view that differs between two whole sides, by label. */
  readonly judge: (
    before: readonly Contract[],
    after: readonly Contract[],
  ) => Promise<ReadonlyMap<string, HistoryVerdict>>;
}

/** A view whose snapshot file was looked at. */
export interface SeenView {
  readonly view: ViewName;
  readonly after: Contract | null;
  /** The text of the file, if it differs from what will stand there; `undefined` says that it does not. */
  readonly replaced: string | null | undefined;
}

/** A history to write: the bytes it has now, `null` where it begins, and its new text. */
export interface LongerHistory {
  readonly view: ViewName;
  readonly before: Buffer | null;
  readonly text: string;
}

/** What is to be written, and the views that cannot be recorded because nobody can read their histories. */
export interface Recorded {
  readonly histories: readonly LongerHistory[];
  readonly broken: readonly Broken[];
}

const CONCURRENT_FILES = 16;

/** The lines that histories below `root` lack, judged as one change of the whole. Nothing is written. */
export async function recordChanges(
  root: string,
  views: readonly SeenView[],
  { today, judge }: Recording,
): Promise<Recorded> {
  const opened = await pMap(views, (view) => openView(root, view), { concurrency: CONCURRENT_FILES });
  const open = opened.filter((each): each is OpenView => "history" in each);
  const changed = open.filter(({ isKnown }) => !isKnown);
  const verdicts = changed.length === 0 ? new Map<string, HistoryVerdict>() : await judgeAll(open, judge);
  const histories = changed.flatMap(({ view, before, after, history, bytes }) => {
    const verdict = verdicts.get(viewLabel(view)) ?? "pass";
    const lines = nextLines(history, { before, after, verdict, date: today });
    return lines === "" ? [] : [{ view, before: bytes, text: lengthened(bytes, lines) }];
  });
  return { histories, broken: opened.filter((each): each is Broken => "reason" in each) };
}

/** A view with its history, which is read whole only where a line may have to be added. */
interface OpenView {
  readonly view: ViewName;
  /** What the snapshot file says; `undefined` when nobody can read it. */
  readonly before: Contract | null | undefined;
  readonly after: Contract | null;
  readonly history: History | null;
  readonly bytes: Buffer | null;
  /** Whether nothing changed and the history says so. */
  readonly isKnown: boolean;
}

async function openView(root: string, { view, after, replaced }: SeenView): Promise<OpenView | Broken> {
  const shown = `snapshots/${historyPath(view)}`;
  const bytes = await readHistoryBytes(join(root, historyPath(view)), shown);
  const before = replaced === undefined ? after : readReplaced(replaced, view);
  if (bytes === null) return { view, before, after, history: null, bytes, isKnown: replaced === undefined };
  return namingUnreadable(view, () => {
    const lines = parseHistory(bytes, shown);
    const isKnown = replaced === undefined && endsWith(lines, stateDigest(after));
    return { view, before, after, bytes, isKnown, history: isKnown ? null : rebuildHistory(lines, shown, view) };
  });
}

function endsWith(lines: readonly RecordedLine[], digest: string | null): boolean {
  return lines.length === 0 || latestLines(lines).some(({ after }) => after === digest);
}

/** What a damaged file said before is not known. */
function readReplaced(text: string | null, view: ViewName): Contract | null | undefined {
  return text === null ? null : (readableSnapshot(text, view) ?? undefined);
}

function namingUnreadable<Read>(view: ViewName, read: () => Read): Read | Broken {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { view, reason: error.message };
  }
}

async function judgeAll(open: readonly OpenView[], judge: Recording["judge"]): ReturnType<Recording["judge"]> {
  const before = open.flatMap((each) => (each.before ? [asLastDescribed(each.before, each)] : []));
  return judge(
    before,
    open.flatMap(({ after }) => (after ? [after] : [])),
  );
}

function asLastDescribed(before: Contract, { after, history }: OpenView): Contract {
  return after && history ? withLastKnown(before, after, history) : before;
}

function lengthened(bytes: Buffer | null, lines: string): string {
  const text = bytes?.toString() ?? "";
  return text === "" || text.endsWith("\n") ? text + lines : `${text}\n${lines}`;
}
