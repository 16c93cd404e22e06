import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printBundle } from "@schema-gate/contract";
import { evolve, makeCatalogue } from "./catalogue.js";
import { type Cost, measure } from "./measure.js";

/** `pnpm bench`: whole processes as ratios in one run, against Node reading and JSON.parse-ing the same two files. */
const cli = fileURLToPath(new URL("../../../cli/dist/schema-diff.js", import.meta.url));
// Both stay in memory, as whoever compares them needs both.
const parseBoth =
  "const both = process.argv.slice(1).map((f) => JSON.parse(require('node:fs').readFileSync(f, 'utf8'))); process.exitCode = both.length - 2";
const rounds = 5;
const folder = mkdtempSync(join(tmpdir(), "schema-gate-bench-"));

interface Row {
  readonly what: string;
  readonly cost: Cost;
  readonly baseline: Cost;
  readonly bound: { readonly time: number; readonly memory: number | null };
}

try {
  const before = makeCatalogue(10_000, 50);
  const some = evolve(before, (view) => view % 100 === 0);
  const all = evolve(before, () => true);
  const rows = [
    bundles("10,000 views × 50 columns in two bundles, 1 % of the views changed", before, some, {
      time: 1,
      memory: 1.5,
    }),
    bundles("the same, every view changed", before, all, { time: 2, memory: 2 }),
    startUp(),
  ];
  process.stdout.write(table(rows));
} finally {
  rmSync(folder, { recursive: true });
}

type Bundle = Parameters<typeof printBundle>[0];

function bundles(what: string, before: Bundle, after: Bundle, bound: Row["bound"]): Row {
  const files = [join(folder, "before.json"), join(folder, "after.json")];
  writeFileSync(join(folder, "before.json"), printBundle(before));
  writeFileSync(join(folder, "after.json"), printBundle(after));
  const costs = measure(
    [
      { name: "JSON.parse", arguments: ["-e", parseBoth, ...files] },
      { name: "diff", arguments: [cli, "diff", ...files], cwd: folder },
    ],
    rounds,
  );
  return { what, cost: cost(costs, "diff"), baseline: cost(costs, "JSON.parse"), bound };
}

function startUp(): Row {
  const costs = measure(
    [
      { name: "node", arguments: ["-e", "0"] },
      { name: "version", arguments: [cli, "--version"] },
    ],
    rounds * 4,
  );
  return {
    what: "start-up (`schema-diff --version`, against `node -e 0`)",
    cost: cost(costs, "version"),
    baseline: cost(costs, "node"),
    bound: { time: 2, memory: null },
  };
}

function cost(costs: ReadonlyMap<string, Cost>, name: string): Cost {
  const found = costs.get(name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, cost, baseline, bound }) => {
    const time = cost.milliseconds / baseline.milliseconds;
    const memory = cost.mebibytes / baseline.mebibytes;
    const held = time <= bound.time && (bound.memory === null || memory <= bound.memory);
    const bounds = `${bound.time}${bound.memory === null ? "" : `, memory ${bound.memory}`}`;
    const absolute = `${cost.milliseconds.toFixed(0)} ms of ${baseline.milliseconds.toFixed(0)} ms, ${cost.mebibytes.toFixed(0)} MiB of ${baseline.mebibytes.toFixed(0)} MiB`;
    return `| ${what} | ${time.toFixed(2)} | ${memory.toFixed(2)} | ${bounds} | ${held ? "held" : "NOT HELD"} | ${absolute} |`;
  });
  return `| what | time | memory | bound | | absolute |\n|---|---|---|---|---|---|\n${lines.join("\n")}\n`;
}
