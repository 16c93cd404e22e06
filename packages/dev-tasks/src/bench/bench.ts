import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { taskArguments } from "../task-arguments.js";
import { writeInputs } from "./inputs.js";
import { liveRows } from "./live-rows.js";
import { bundles, commits, directories, startUp } from "./own-rows.js";
import { peerRows } from "./peers/peer-rows.js";
import { type Missing, printTable, type Row } from "./table.js";

/**
 * `pnpm bench`: whole processes as ratios in one run, against what cannot be left out. `--peers` measures other tools
 * instead, on `--views` views; what it takes from npm for that, it keeps in a cache folder. `--live` measures reading a real
 * Trino, which it starts, with `--views` views in it.
 */
const values = taskArguments({
  options: {
    peers: { type: "boolean", default: false },
    live: { type: "boolean", default: false },
    views: { type: "string", default: "1000" },
  },
  counts: ["views"],
  usage: `Usage: pnpm bench [--peers | --live] [--views <n>]

Measures what schema-diff takes against what cannot be left out, and prints the tables of docs/performance.md.

  --peers      measure other tools on the same work instead; fetches them from npm once
  --live       measure reading a real Trino instead, which it starts
  --views <n>  how many views, with --peers or --live (1000)
`,
});
const peerViews = values.peers ? Number(values.views) : null;
const folder = mkdtempSync(join(tmpdir(), "schema-gate-bench-"));
const tell = (what: string) => process.stderr.write(`${what} …\n`);

try {
  const rows = values.live ? await liveRows(folder, Number(values.views), tell) : await fileRows();
  process.stdout.write(printTable(rows));
  const [load = 0] = loadavg();
  process.stdout.write(`\nLoad of the machine at the end: ${load.toFixed(1)}. Ratios hold while it is near 1.\n`);
} finally {
  rmSync(folder, { recursive: true });
}

async function fileRows(): Promise<(Row | Missing)[]> {
  tell("Writing the catalogues");
  writeInputs(folder, peerViews);
  return peerViews === null ? ownRows() : peerRows(folder, peerViews, tell);
}

async function ownRows(): Promise<(Row | Missing)[]> {
  tell("Two bundles");
  const some = "10,000 views × 50 columns in two bundles, 1 % of the views changed";
  const inBundles = [
    await bundles(folder, some, "some", { time: 1, memory: 1.5 }),
    await bundles(folder, "the same, every view changed", "all", { time: 2, memory: 2 }),
  ];
  tell("Two directories");
  const files = "the same as two directories of one file per view, against reading these files";
  const inDirectories = [
    await directories(folder, `${files}, 1 % of the views changed`, "some", { time: 1.5, memory: null }),
    await directories(folder, `${files}, every view changed`, "all", null),
  ];
  tell("Two commits");
  const inCommits = await commits(folder);
  return [...inBundles, ...inDirectories, ...inCommits, await startUp(folder)];
}
