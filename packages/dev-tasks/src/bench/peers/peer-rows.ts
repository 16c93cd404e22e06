import { type Command, measure } from "../measure.js";
import { diff, readAndParse } from "../own-rows.js";
import type { Missing, Row } from "../table.js";
import { installPeers } from "./install-peers.js";
import { type Peer, peers } from "./peers.js";

const ROUNDS = 3;
const FILES = ["before.json", "after.json"] as const;

/** Ours and every peer on the same catalogue, each against Node reading and `JSON.parse`-ing the snapshots in the same turns. */
export async function peerRows(
  folder: string,
  views: number,
  onRow: (what: string) => void,
): Promise<(Row | Missing)[]> {
  const own = "schema-diff: two bundles";
  onRow(own);
  const rows: (Row | Missing)[] = [await peerRow(folder, own, diff(folder, ...FILES))];
  for (const peer of peers) {
    const what = `${peer.name}: ${peer.runs}`;
    onRow(what);
    const isTooMuch = views > (peer.mostViews ?? views);
    rows.push(
      isTooMuch ? { what, why: `not at more than ${peer.mostViews} views` } : await measurePeer(folder, what, peer),
    );
  }
  return rows;
}

async function measurePeer(folder: string, what: string, peer: Peer): Promise<Row | Missing> {
  let modules = "";
  try {
    if (Object.keys(peer.packages).length > 0) modules = await installPeers(peer.packages);
  } catch (error) {
    // Its row says so; the others are none the worse for it.
    return { what, why: `could not be installed: ${firstLine(error)}` };
  }
  return peerRow(folder, what, { name: what, cwd: folder, ...peer.command(modules, folder) });
}

async function peerRow(folder: string, what: string, command: Command): Promise<Row> {
  const [baseline, cost] = await measure([readAndParse(folder, FILES), command], ROUNDS);
  return { what, cost, baseline, bound: null };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error && "stderr" in error && error.stderr ? String(error.stderr) : String(error);
  return (text.trim().split("\n")[0] ?? "").replaceAll("|", "/").slice(0, 200);
}
