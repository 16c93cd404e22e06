/** Everything a command may touch, so that tests run it whole. Results go to `out`, everything else to `err`. */
export interface Io {
  readonly out: Output;
  readonly err: Output;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Today, `2026-11-22`, in UTC. */
  readonly today: () => string;
  /** Asks the person at the terminal for a line; `null` where nobody sits at one. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Has `run` called when the person at the terminal gives up (Ctrl-C); returns how to take that back. */
  readonly onInterrupt: (run: () => void) => () => void;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Characters in a line; `null` where there is no terminal. */
  readonly width: number | null;
  write(text: string): void;
}
