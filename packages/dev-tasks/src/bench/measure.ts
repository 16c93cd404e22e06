import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One whole process: milliseconds of wall time (median) and the most memory it held, in MiB. */
export interface Cost {
  readonly milliseconds: number;
  readonly mebibytes: number;
}

export interface Command {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly cwd?: string;
  /** Exit codes that mean the work was done; 0 and 1 by default, as a blocked comparison has done its work too. */
  readonly accept?: readonly number[];
}

/** Runs Node commands in turns, so that whatever slows the machine slows all of them alike. */
export function measure(commands: readonly Command[], rounds: number): Map<string, Cost> {
  const times = new Map(commands.map((command) => [command.name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const command of commands) {
      const took = run(command);
      // The first round fills the file cache.
      if (round > 0) times.get(command.name)?.push(took);
    }
  }
  return new Map(
    commands.map((command) => [
      command.name,
      { milliseconds: median(times.get(command.name) ?? []), mebibytes: peakMemory(command) },
    ]),
  );
}

function run(command: Command): number {
  const start = performance.now();
  const done = spawn(command, []);
  const took = performance.now() - start;
  if (!(command.accept ?? [0, 1]).includes(done.status ?? -1)) {
    throw new Error(`${command.name} ended with ${done.status ?? done.signal}: ${done.stderr.toString().slice(-2000)}`);
  }
  return took;
}

/** Measured apart from the time, because asking costs time. */
function peakMemory(command: Command): number {
  const ask =
    "data:text/javascript,process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS))";
  return Number(/PEAK (\d+)/.exec(spawn(command, ["--import", ask]).stderr.toString())?.[1]) / 1024;
}

/** The report goes to a file: a pipe would measure how fast we read it. */
function spawn(command: Command, nodeOptions: readonly string[]): SpawnSyncReturns<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "schema-gate-bench-out-"));
  const output = openSync(join(folder, "report"), "w");
  try {
    return spawnSync(process.execPath, [...nodeOptions, ...command.arguments], {
      cwd: command.cwd,
      stdio: ["ignore", output, "pipe"],
    });
  } finally {
    closeSync(output);
    rmSync(folder, { recursive: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
