import { readFile, writeFile } from "node:fs/promises";
import { type Sandbox, startSandbox } from "@schema-gate/sandbox";
import { taskArguments } from "../task-arguments.js";
import { categoryRows } from "./judge/category-table.js";
import { judgeAll } from "./judge/judge-all.js";
import { printMiss, printTables } from "./judge/print-tables.js";
import { ruleRows } from "./judge/rule-table.js";
import { missesOf } from "./judge/tally.js";
import { planCase } from "./plan/plan-case.js";
import type { Observation } from "./play/observation.js";
import { playCases } from "./play/play-cases.js";

const usage = `Usage: pnpm oracle [--cases <n>] [--seed <n>] [--keep <file>] [--url <server>] [--write <file>]

Makes views on a real Trino, changes them, and compares what becomes of readers' queries with what the rules say.

  --cases <n>     how many cases (300)
  --seed <n>      the seed of the first one (1)
  --keep <file>   keep what was observed, one case a line, and do not observe again what stands there
  --url <server>  use this Trino instead of starting one
  --write <file>  put the tables into this file, between its marks
`;

const options = {
  cases: { type: "string", default: "300" },
  seed: { type: "string", default: "1" },
  keep: { type: "string" },
  url: { type: "string" },
  write: { type: "string" },
} as const;

async function main(): Promise<number> {
  const values = taskArguments({ options, counts: ["cases", "seed"], usage });
  const [cases, firstSeed] = [Number(values.cases), Number(values.seed)];
  const observations = await observe(values, cases, firstSeed);
  const judged = judgeAll(observations);
  const tables = printTables(categoryRows(judged), ruleRows(judged));
  const misses = judged.flatMap((each) => missesOf(each));
  process.stdout.write(`${tables}\n${misses.map((miss) => `${printMiss(miss)}\n`).join("")}`);
  process.stdout.write(
    `${observations.length} cases, ${unusable(observations)} unusable queries, ${misses.length} missed\n`,
  );
  if (values.write !== undefined) await writeBetweenMarks(values.write, tables);
  return misses.length > 0 ? 1 : 0;
}

async function observe(
  { url, keep }: { readonly url?: string | undefined; readonly keep?: string | undefined },
  cases: number,
  firstSeed: number,
): Promise<Observation[]> {
  const onProgress = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  const onBatch = (done: number) => onProgress(`${done} of ${cases} cases`);
  const plans = Array.from({ length: cases }, (_, index) => planCase(firstSeed + index));
  let sandbox: Sandbox | null = null;
  const startServer = async () => {
    sandbox = await startSandbox({ onProgress, longRunning: true, ...(url === undefined ? {} : { url }) });
    return sandbox.url;
  };
  try {
    return await playCases(startServer, plans, { keep: keep ?? null, onBatch });
  } finally {
    await (sandbox as Sandbox | null)?.stop();
  }
}

function unusable(observations: readonly Observation[]): number {
  return observations.flatMap(({ readers }) => readers).filter(({ outcome }) => outcome === "unusable").length;
}

const marks = /(<!-- tables -->\n)[\s\S]*?(<!-- end of tables -->)/;

async function writeBetweenMarks(file: string, tables: string): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace(marks, (_, start: string, end: string) => `${start}\n${tables}\n${end}`),
  );
}

process.exitCode = await main();
