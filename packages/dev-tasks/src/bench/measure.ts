import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One whole process: milliseconds of wall time (median) and the most memory it held, in MiB; `null` where that cannot be asked. */
export interface Cost {
  readonly milliseconds: number;
  readonly mebibytes: number | null;
}

export interface Command {
  readonly name: string;
  /** Node by default. */
  readonly program?: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that mean the work was done; 0 and 1 by default, as a blocked comparison has done its work too. */
  readonly accept?: readonly number[];
}

/** Runs commands in turns, so that whatever slows the machine slows all of them alike; the costs are in the same order. */
export async function measure<const Commands extends readonly Command[]>(
  commands: Commands,
  rounds: number,
): Promise<{ readonly [Index in keyof Commands]: Cost }> {
  const times = commands.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const { milliseconds } = await run(command);
      // The first round fills the file cache.
      if (round > 0) times[index]?.push(milliseconds);
    }
  }
  const costs: Cost[] = [];
  for (const [index, command] of commands.entries()) {
    costs.push({ milliseconds: median(times[index] ?? []), mebibytes: await peakMemory(command) });
  }
  return costs as { readonly [Index in keyof Commands]: Cost };
}

/** One run of a command that takes so long that asking for its memory costs nothing beside it. */
export async function measureOnce(command: Command): Promise<Cost> {
  const { milliseconds, stderr } = await run(askingForMemory(command));
  return { milliseconds, mebibytes: peakIn(stderr) };
}

/** Measured apart from the time, because asking costs time. */
async function peakMemory(command: Command): Promise<number | null> {
  if (command.program !== undefined) return (await run(command, watchMemory)).watched;
  return peakIn((await run(askingForMemory(command))).stderr);
}

/** Node itself says at its end how much it held at most. */
function askingForMemory(command: Command): Command {
  const ask =
    "data:text/javascript,process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS))";
  return { ...command, arguments: ["--import", ask, ...command.arguments] };
}

function peakIn(stderr: string): number | null {
  const peak = /PEAK (\d+)/.exec(stderr)?.[1];
  return peak === undefined ? null : Number(peak) / 1024;
}

interface Run {
  readonly milliseconds: number;
  readonly stderr: string;
  readonly watched: number | null;
}

/** The report goes to a file: a pipe would measure how fast we read it. */
async function run(command: Command, watch?: (process: number) => () => number | null): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "schema-gate-bench-out-"));
  const output = openSync(join(folder, "report"), "w");
  try {
    const start = performance.now();
    const child = spawn(command.program ?? process.execPath, command.arguments, {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
      stdio: ["ignore", output, "pipe"],
    });
    const watched = watch?.(child.pid ?? -1);
    let stderr = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    const milliseconds = performance.now() - start;
    if ((command.accept ?? [0, 1]).includes(code ?? -1)) return { milliseconds, stderr, watched: watched?.() ?? null };
    throw new Error(`${command.name} ended with ${code}: ${stderr.slice(-2000)}`);
  } finally {
    closeSync(output);
    rmSync(folder, { recursive: true });
  }
}

/** What Linux says a process held at most, asked for as long as it lives; the last answer is right but for its last moments. */
function watchMemory(process: number): () => number | null {
  let peak: number | null = null;
  const timer = setInterval(() => {
    try {
      const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1];
      if (kibibytes !== undefined) peak = Number(kibibytes) / 1024;
    } catch {
      // It has ended, or this is no Linux.
    }
  }, 5);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
