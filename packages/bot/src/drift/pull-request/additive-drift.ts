import {
  type Contract,
  contractPath,
  loadContractEditor,
  printSnapshot,
  readLocated,
  snapshotPath,
  UserError,
  viewLabel,
} from "@schema-gate/contract";
import {
  CONTRACTS_FOLDER,
  type Commits,
  gitSide,
  judge,
  type Policy,
  type Side,
  SNAPSHOTS_FOLDER,
} from "@schema-gate/gate";
import type { WrittenFile } from "../../github/branches.js";
import type { Scope } from "../scope.js";

/** The additive part of what live Trino shows beyond what is committed. */
export interface AdditiveDrift {
  /** By path. */
  readonly files: readonly WrittenFile[];
  /** The labels of the views they are of. */
  readonly views: readonly string[];
  /** Views that are left to people though their drift is additive, and why. */
  readonly left: readonly { readonly view: string; readonly reason: string }[];
}

/** What is committed, and what live Trino showed: snapshots of the same folder. */
export interface Observed {
  readonly commits: Commits;
  /** What is committed: 40 hex digits. */
  readonly tip: string;
  readonly policy: Policy;
  /** Snapshots as `schema-diff snapshot` wrote them. Nothing is believed of them but what they show. */
  readonly shown: Side;
  readonly scope: Scope;
  readonly asOf: string;
}

/**
 * New snapshots of views that only gained, and the contracts with the columns they gained. Whether they only gained is judged
 * here, by the gate and against what is committed now: a report from elsewhere is not asked.
 */
export async function additiveDrift(observed: Observed): Promise<AdditiveDrift> {
  const before = await gitSide(observed.commits, observed.tip, SNAPSHOTS_FOLDER);
  const labels = await gainingViews(observed, before);
  const shown = await observed.shown.read(labels);
  const committed = await before.read(labels.filter((label) => before.entries.has(label)));
  const files: WrittenFile[] = [];
  const views: string[] = [];
  const left: { view: string; reason: string }[] = [];
  for (const label of labels) {
    const view = shown.get(label);
    if (view === undefined) throw new Error(`${label} was listed and not read`);
    const now = readLocated(view);
    const was = committed.get(label);
    try {
      files.push(...(await filesOf(before, now, was ? readLocated(was) : null)));
      views.push(label);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      left.push({ view: label, reason: error.message });
    }
  }
  return { files: files.sort((one, other) => (one.path < other.path ? -1 : 1)), views, left };
}

/** The covered views that show something new, and nothing that could break or mislead a reader. */
async function gainingViews({ policy, shown, scope, asOf }: Observed, before: Side): Promise<readonly string[]> {
  const differing = [...shown.entries].filter(
    ([label, { name, contentId }]) => scope.covers(name) && before.entries.get(label)?.contentId !== contentId,
  );
  if (differing.length === 0) return [];
  const labels = differing.map(([label]) => label).sort();
  if (before.entries.size === 0) return labels;
  const { findings } = await judge({
    ...policy,
    waivers: [],
    before: snapshotsOf(before, before.entries),
    after: snapshotsOf(shown, new Map([...before.entries, ...differing])),
    asOf,
    planned: false,
    failOn: null,
    mode: "diff",
  });
  const harmed = new Set(
    findings.flatMap(({ view, impact }) => (impact === "breaking" || impact === "risky" ? [view] : [])),
  );
  return labels.filter((label) => !harmed.has(label));
}

/** A side of these snapshots alone. */
function snapshotsOf({ kind, source, commit, digest, read }: Side, entries: Side["entries"]): Side {
  return { kind, source, commit, digest, entries, contracts: null, read: (labels) => read(labels) };
}

async function filesOf(before: Side, now: Contract, was: Contract | null): Promise<readonly WrittenFile[]> {
  const snapshot = { path: `${SNAPSHOTS_FOLDER}/${snapshotPath(now)}`, content: printSnapshot(now) };
  const label = viewLabel(now);
  const contract = (await before.contracts?.read([label]))?.get(label)?.contract;
  if (contract === undefined || contract.promises.status === "retired") return [snapshot];
  const known = new Set([...contract.columns, ...(was?.columns ?? [])].map(({ name }) => name));
  const columns = now.columns.filter(({ name }) => !known.has(name));
  if (columns.length === 0) return [snapshot];
  const path = `${CONTRACTS_FOLDER}/${contractPath(now)}`;
  const text = await before.readFile?.(path);
  if (!text) throw new UserError("usage", `${path} cannot be read.`);
  const { declareColumns } = await loadContractEditor();
  return [snapshot, { path, content: declareColumns(text.toString("utf8"), path, columns).text }];
}
