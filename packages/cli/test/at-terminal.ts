import { spawn } from "@lydell/node-pty";

/** What a person at a terminal does when a text shows up on it. */
export interface Turn {
  readonly shown: string;
  readonly type: string;
}

/** Everything the terminal showed, and how the process ended. */
export interface TerminalRun {
  readonly screen: string;
  readonly code: number;
  readonly signal: number | null;
}

/** The keys. */
export const enter = "\r";
export const control = { c: "\u0003", d: "\u0004" } as const;

/** Runs a program of Node on a pseudo terminal of its own; each turn waits for its text behind that of the turn before. */
export async function atTerminal(cwd: string, argv: readonly string[], turns: readonly Turn[]): Promise<TerminalRun> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const terminal = spawn(process.execPath, [...argv], { cwd, env, cols: 200, rows: 50, name: "xterm-256color" });
  let screen = "";
  let seen = 0;
  const left = [...turns];
  terminal.onData((data) => {
    screen += data;
    for (let turn = left[0]; turn !== undefined; turn = left[0]) {
      const at = screen.indexOf(turn.shown, seen);
      if (at < 0) return;
      seen = at + turn.shown.length;
      left.shift();
      terminal.write(turn.type);
    }
  });
  const { exitCode, signal } = await new Promise<{ exitCode: number; signal?: number }>((resolve) =>
    terminal.onExit(resolve),
  );
  return { screen, code: exitCode, signal: signal ? signal : null };
}
