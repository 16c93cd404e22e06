import {
  type Contract,
  contractPath,
  type HistoryVerdict,
  historyPath,
  loadContractEditor,
  nextLines,
  parseHistory,
  printSnapshot,
  rebuildHistory,
  snapshotPath,
  UserError,
  viewLabel,
} from "@schema-gate/contract";
import { CONTRACTS_FOLDER, type Side, SNAPSHOTS_FOLDER } from "@schema-gate/gate";
import type { WrittenFile } from "../../github/branches.js";

/** A view that gained: what is committed of it, if anything, and what live Trino shows. */
export interface GainingView {
  readonly was: Contract | null;
  readonly now: Contract;
  readonly verdict: HistoryVerdict;
}

/** The snapshot, and the contract where the view has one that does not declare what it gained. */
export async function promisedFiles(committed: Side, view: GainingView): Promise<readonly WrittenFile[]> {
  const { now } = view;
  const snapshot = { path: `${SNAPSHOTS_FOLDER}/${snapshotPath(now)}`, content: printSnapshot(now) };
  return [snapshot, ...(await contractFile(committed, view))];
}

/** The history with the change, as `schema-diff snapshot` would have recorded it on a day. */
export async function historyOf(committed: Side, view: GainingView): Promise<(day: string) => WrittenFile> {
  const { was, now, verdict } = view;
  const path = `${SNAPSHOTS_FOLDER}/${historyPath(now)}`;
  const bytes = (await committed.readFile?.(path)) ?? null;
  const history = bytes === null ? null : rebuildHistory(parseHistory(bytes, path), path, now);
  const text = bytes?.toString("utf8") ?? "";
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return (date) => ({ path, content: start + nextLines(history, { before: was, after: now, verdict, date }) });
}

async function contractFile(committed: Side, { was, now }: GainingView): Promise<readonly WrittenFile[]> {
  const label = viewLabel(now);
  const contract = (await committed.contracts?.read([label]))?.get(label)?.contract;
  if (contract === undefined || contract.promises.status === "retired") return [];
  // What the snapshot had before, and the contract leaves out, it leaves out on purpose.
  const known = new Set([...contract.columns, ...(was?.columns ?? [])].map(({ name }) => name));
  const columns = now.columns.filter(({ name }) => !known.has(name));
  if (columns.length === 0) return [];
  const path = `${CONTRACTS_FOLDER}/${contractPath(now)}`;
  const text = await committed.readFile?.(path);
  if (!text) throw new UserError("usage", `${path} cannot be read.`);
  const { declareColumns } = await loadContractEditor();
  return [{ path, content: declareColumns(text.toString("utf8"), path, columns).text }];
}
