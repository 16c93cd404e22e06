import { type Contract, locateView, printSnapshot, snapshotPath, UserError, viewLabel } from "@schema-gate/contract";
import type { SideKind } from "@schema-gate/report";
import { contentId } from "../content-id.js";
import type { Side, SideEntry } from "./side.js";
import { sideDigest } from "./side-digest.js";

/** The side that is made of contracts in memory, known by the bytes that `snapshot` would write for them. */
export function contractsSide(kind: SideKind, source: string, contracts: readonly Contract[]): Side {
  const bytesOf = new Map<string, Buffer>();
  const entries = new Map<string, SideEntry>();
  for (const contract of contracts) {
    const { catalog, schema, name } = contract;
    const label = viewLabel(contract);
    if (entries.has(label)) throw new UserError("usage", `${source} has two views called ${label}.`);
    const bytes = Buffer.from(printSnapshot(contract));
    bytesOf.set(label, bytes);
    entries.set(label, {
      name: { catalog, schema, name },
      file: `snapshots/${snapshotPath(contract)}`,
      contentId: contentId(bytes),
    });
  }
  const read: Side["read"] = async (labels) =>
    new Map(
      labels.flatMap((label) => {
        const bytes = bytesOf.get(label);
        const file = entries.get(label)?.file ?? source;
        return bytes ? [[label, { bytes, text: locateView(bytes, file), file }] as const] : [];
      }),
    );
  return { kind, source, commit: null, digest: sideDigest(entries), entries, contracts: null, read };
}
