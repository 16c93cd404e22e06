import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { keeperScript } from "./keeper-script.js";

/** A program that ends when this process ends, in whatever way that happens. */
export interface KeptProcess {
  /** Process id of the program itself. */
  readonly pid: number;
  /** Whether it is still there. */
  isRunning(): boolean;
  /** Resolves once it is gone, whatever ended it. */
  readonly gone: Promise<void>;
  /** Asks it to end, forces it when its grace is over, resolves once it is gone. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would; resolves once it is gone. */
  kill(): Promise<void>;
}

export interface KeptProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** How long it may take to end when asked. */
  readonly graceSeconds: number;
  /** Where the program runs; removed when it ends. */
  readonly folder: string;
  /** What it prints is appended here. */
  readonly logFile: string;
}

/** Starts a program under a keeper. Rejects when the program cannot be started; the reason is in the log. */
export async function keepProcess(program: KeptProgram): Promise<KeptProcess> {
  const { command, args, graceSeconds, folder } = program;
  const log = openSync(program.logFile, "a");
  // Its own process group: Ctrl-C in a terminal must reach us alone, and we then stop the server in order.
  const keeper = spawn(process.execPath, ["-e", keeperScript, "--", folder, String(graceSeconds), command, ...args], {
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  const gone = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
  const pid = await serverPid(keeper, command);
  const isRunning = () => keeper.exitCode === null && keeper.signalCode === null;
  return {
    pid,
    isRunning,
    gone,
    stop: async () => {
      if (keeper.connected) keeper.disconnect();
      await gone;
    },
    kill: async () => {
      if (isRunning()) process.kill(pid, "SIGKILL");
      await gone;
    },
  };
}

function serverPid(keeper: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    keeper.once("error", reject);
    keeper.once("message", (message: { pid: number }) => resolve(message.pid));
    keeper.once("exit", () => reject(new Error(`${command} could not be started`)));
  });
}
