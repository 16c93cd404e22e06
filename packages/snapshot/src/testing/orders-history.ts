import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Contract,
  type HistoryVerdict,
  historyPath,
  snapshotPath,
  stateDigest,
  viewLabel,
} from "@schema-gate/contract";
import { replaceSnapshots } from "../files/replace-snapshots.js";
import { writingBelow } from "../files/write-snapshots.js";
import { openHistory } from "../history/open-history.js";

export const at = { catalog: "awsdatacatalog", schema: "dev_prod_live" };
export const orders = { ...at, name: "orders_v1" };
export const snapshotFile = snapshotPath(orders);
export const historyFile = historyPath(orders);
export const view = (type = "bigint", name = "orders_v1"): Contract => ({
  ...at,
  name,
  kind: "view",
  security: "definer",
  comment: null,
  columns: [{ name: "id", type, nullable: null, comment: null }],
  definition: null,
});

/** The sides that a judge was asked about. */
export type Sides = readonly [readonly Contract[], readonly Contract[]];

/** What `snapshot` does with what it read; each call of the judge is noted. */
export async function snapshot(
  root: string,
  today: string,
  contracts: readonly Contract[],
  removed: readonly string[] = [],
  judged: Sides[] = [],
) {
  const judge = async (before: readonly Contract[], after: readonly Contract[]) => {
    judged.push([before, after]);
    return new Map<string, HistoryVerdict>([[viewLabel(orders), "block"]]);
  };
  const gone = removed.map((name) => ({ ...at, name }));
  const lost = (await isThere(join(root, historyFile))) && contracts.length + gone.length === 0 ? [orders] : [];
  return writingBelow(root, () =>
    replaceSnapshots(root, { contracts, removed: gone, lost, recording: { today, judge } }),
  );
}

async function isThere(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

export async function linesOf(
  root: string,
): Promise<{ date: string; verdict: string | null; before: string | null; after: string | null }[]> {
  const { history } = await openHistory(root, "snapshots", orders);
  return (history?.entries ?? []).map(({ date, verdict, before, after }) => ({ date, verdict, before, after }));
}

export const digest = (type: string) => stateDigest(view(type));
