import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** How `schema-gate serve` is started. */
export interface ServerCommand {
  /** Program and arguments, before `serve`. */
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** `kill -9`; returns when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop; gives the exit code. */
  stop(): Promise<number | null>;
  /** A number of its metrics, all of its labels together. */
  metric(name: string): Promise<number>;
}

/** Starts a server on a free port. What it logs goes to `onLine`. */
export async function startServer(
  { command: [program, ...args], env }: ServerCommand,
  onLine: (line: string) => void,
): Promise<ServerProcess> {
  const child = spawn(program, [...args, "serve", "--port", "0"], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const url = await listening(child, onLine);
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    const ended = once(child, "exit");
    child.kill(signal);
    const [code] = await ended;
    return typeof code === "number" ? code : null;
  };
  return {
    url,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    metric: async (name) => sumOf(name, await (await fetch(`${url}/metrics`)).text()),
  };
}

/** Waits for the line that says where it listens. */
function listening(child: ChildProcess, onLine: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    if (child.stderr === null) return reject(new Error("the server has no standard error"));
    createInterface({ input: child.stderr }).on("line", (line) => {
      onLine(line);
      const url = /"url":"([^"]+)"/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

function sumOf(name: string, text: string): number {
  const lines = text.split("\n").filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" ") + 1)), 0);
}
