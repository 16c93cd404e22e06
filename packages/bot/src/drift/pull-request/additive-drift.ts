import { type HistoryVerdict, keepKnown, readLocated, UserError } from "@schema-gate/contract";
import {
  type Commits,
  contractsSide,
  gitSide,
  judge,
  type Policy,
  type Side,
  SNAPSHOTS_FOLDER,
  verdictOf,
} from "@schema-gate/gate";
import type { ReportFinding } from "@schema-gate/report";
import type { WrittenFile } from "../../github/branches.js";
import { findingsByView } from "../view-drift.js";
import { type GainingView, historyOf, promisedFiles } from "./view-files.js";

/** The additive part of what live Trino shows beyond what is committed. */
export interface AdditiveDrift {
  /** Snapshots and contracts, by path. */
  readonly files: readonly WrittenFile[];
  /** The histories of the same views, had it been recorded on a day. */
  readonly histories: (day: string) => readonly WrittenFile[];
  /** The labels of the views. */
  readonly views: readonly string[];
  /** Views that are left to people though their drift is additive, and why. */
  readonly left: readonly { readonly view: string; readonly reason: string }[];
}

/** What is committed, and what live Trino showed. */
export interface Observed {
  readonly commits: Commits;
  /** What is committed: 40 hex digits. */
  readonly tip: string;
  readonly policy: Policy;
  /** The views that were seen, as the snapshots they would be. */
  readonly shown: Side;
  readonly asOf: string;
}

/**
 * New snapshots of views that only gained, and the contracts with the columns they gained. Whether they only gained is judged
 * here, by the gate and against what is committed now: a report from elsewhere is not asked.
 */
export async function additiveDrift(observed: Observed): Promise<AdditiveDrift> {
  const committed = await gitSide(observed.commits, observed.tip, SNAPSHOTS_FOLDER);
  const files: WrittenFile[] = [];
  const histories: ((day: string) => WrittenFile)[] = [];
  const views: string[] = [];
  const left: { view: string; reason: string }[] = [];
  for (const [label, view] of await gainingViews(observed, committed)) {
    try {
      const [promised, history] = await Promise.all([promisedFiles(committed, view), historyOf(committed, view)]);
      files.push(...promised);
      histories.push(history);
      views.push(label);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      left.push({ view: label, reason: error.message });
    }
  }
  return { files: files.sort(byPath), histories: (day) => histories.map((on) => on(day)).sort(byPath), views, left };
}

function byPath(one: WrittenFile, other: WrittenFile): number {
  return one.path < other.path ? -1 : 1;
}

/** The views that show something new, and nothing that could break or mislead a reader; by label. */
async function gainingViews(observed: Observed, committed: Side): Promise<ReadonlyMap<string, GainingView>> {
  const differing = await differingViews(observed.shown, committed);
  if (differing.entries.size === 0) return new Map();
  const after = snapshotsOf(differing, new Map([...committed.entries, ...differing.entries]));
  const ofView = findingsByView(await findingsOf(observed, committed, after));
  const labels = [...differing.entries.keys()].filter((label) => !(ofView.get(label) ?? []).some(harms));
  const [now, was] = await Promise.all([after.read(labels), committed.read(labels)]);
  const gaining = new Map<string, GainingView>();
  for (const label of labels.sort()) {
    const [view, before] = [now.get(label), was.get(label)];
    if (view === undefined) throw new Error(`${label} was listed and not read`);
    const verdict: HistoryVerdict = verdictOf(ofView.get(label) ?? []);
    gaining.set(label, { now: readLocated(view), was: before ? readLocated(before) : null, verdict });
  }
  return gaining;
}

/** What was seen of the views that are not committed just so. */
async function differingViews(shown: Side, committed: Side): Promise<Side> {
  const isCommitted = ({ entries }: Side, label: string) =>
    committed.entries.get(label)?.contentId === entries.get(label)?.contentId;
  const labels = [...shown.entries.keys()].filter((label) => !isCommitted(shown, label));
  const [now, was] = await Promise.all([shown.read(labels), committed.read(labels)]);
  const views = Array.from(now, ([label, view]) => {
    const snapshot = was.get(label);
    return keepKnown(readLocated(view), snapshot ? readLocated(snapshot) : null);
  });
  const known = contractsSide("live", shown.source, views);
  return { ...known, entries: new Map([...known.entries].filter(([label]) => !isCommitted(known, label))) };
}

async function findingsOf({ policy, asOf }: Observed, committed: Side, after: Side): Promise<readonly ReportFinding[]> {
  const { findings } = await judge({
    ...policy,
    waivers: [],
    before: snapshotsOf(committed, committed.entries),
    after,
    asOf,
    planned: false,
    failOn: null,
    // As for a snapshot: where nothing is committed yet, everything is new.
    mode: "check",
  });
  return findings.filter(({ kind }) => kind !== "gate");
}

function harms({ impact }: ReportFinding): boolean {
  return impact === "breaking" || impact === "risky";
}

/** A side of these snapshots alone. */
function snapshotsOf(side: Side, entries: Side["entries"]): Side {
  const { kind, source, commit, digest, read, readHistories } = side;
  const histories = readHistories ? { readHistories } : {};
  return { kind, source, commit, digest, entries, contracts: null, read: (labels) => read(labels), ...histories };
}
