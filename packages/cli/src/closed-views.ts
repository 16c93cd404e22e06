import { type Contract, type ContractFile, readLocated, type ViewName, viewLabel } from "@schema-gate/contract";
import type { Side } from "@schema-gate/gate";
import { type Broken, hiddenColumns, mayNotRead, type TrinoPort } from "@schema-gate/snapshot";

/** What is known of views from elsewhere. */
export interface KnownColumns {
  readonly committed: Side;
  readonly contracts: ReadonlyMap<string, ContractFile>;
}

/** A view as live Trino shows it to this user; `null` where it fails. */
export interface ShownView {
  readonly view: ViewName;
  readonly stored: Contract | null;
}

/** So many snapshots are looked at together, so that they need not stand in memory all. */
const BATCH = 500;

/** Views that show fewer columns than are known of them because this user may not see those; nothing may be concluded of them. */
export async function closedViews(
  port: TrinoPort,
  views: readonly ShownView[],
  { committed, contracts }: KnownColumns,
): Promise<readonly Broken[]> {
  const closed: Broken[] = [];
  for (let at = 0; at < views.length; at += BATCH) {
    const batch = views.slice(at, at + BATCH);
    const read = await committed.read(batch.map(({ view }) => viewLabel(view)));
    for (const { view, stored } of batch) {
      const label = viewLabel(view);
      const snapshot = read.get(label);
      const promised = [snapshot && readLocated(snapshot), contracts.get(label)?.contract];
      const names = new Set(promised.flatMap((each) => each?.columns ?? []).map(({ name }) => name));
      for (const { name } of stored?.columns ?? []) names.delete(name);
      const hidden = stored === null ? [] : await hiddenColumns(port, view, [...names]);
      if (hidden.length > 0) closed.push({ view, reason: mayNotRead(hidden) });
    }
  }
  return closed;
}
