import type { SandboxSource } from "../sandbox.js";

/** A server about to be started: what it reads and how it is run. */
export interface ServerLaunch {
  /** Its configuration, by path under `etc/` in the folder it runs in. */
  readonly files: Readonly<Record<string, string>>;
  readonly command: string;
  readonly args: readonly string[];
  /** How long the server may take to end when asked. */
  readonly graceSeconds: number;
  /** Ends the server where ending the process we started would not. */
  readonly kill?: () => Promise<void>;
}

/** A server that can be started here, any number of times. */
export interface PreparedServer {
  readonly version: string;
  readonly source: SandboxSource;
  /** `folder` is the absolute folder that the server will run in; for `longRunning` see `SandboxOptions`. */
  launch(port: number, folder: string, longRunning: boolean): ServerLaunch;
}
